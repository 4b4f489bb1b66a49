enum CRDTPlaceholder {}
