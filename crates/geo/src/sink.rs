//! What the pipeline writes into, stage by stage: d3-geo's stream.

/// Takes lines point by point. `P` is a unit vector before projecting and a plane point after it.
///
/// `edge` tells where on the clip's edge a line begins or ends, as that clip counts it, or `None` where it was not cut.
pub trait Sink<P> {
    /// A line begins.
    fn line_start(&mut self, _edge: Option<f64>) {}

    /// The line goes on to here.
    fn point(&mut self, point: P);

    /// The line is over.
    fn line_end(&mut self, _edge: Option<f64>) {}
}
