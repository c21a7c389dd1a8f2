//! Files that leave the house: pictures that strict sites take, and bytes that are the same every time.

#[cfg(test)]
#[path = "files/editions.rs"]
mod editions;
#[cfg(test)]
#[path = "files/packed.rs"]
mod packed;
#[cfg(test)]
#[path = "files/run.rs"]
mod run;
#[cfg(test)]
#[path = "files/wikimedia.rs"]
mod wikimedia;
