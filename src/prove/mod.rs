//! Safety, proved over every incident that can be stated.
