enum FacilitationPlaceholder {}
