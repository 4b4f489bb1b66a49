enum ModelBindingPlaceholder {}
