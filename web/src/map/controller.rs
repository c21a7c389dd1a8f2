//! Between the browser's events and the stage: gestures, wheel, settling, flights.

use std::cell::RefCell;
use std::rc::Rc;

use entente_geo::LonLat;
use entente_scene::action::Action;
use entente_scene::camera::{Camera, ScreenPoint};
use entente_scene::emphasis::Target;
use entente_scene::view::Centre;
use leptos::prelude::*;

use super::gesture::{Gesture, Pointers, Touch};
use super::stage::Stage;
use crate::api;
use crate::desk::{Desk, Words};
use crate::parts::later::later;

/// After this long without a further move, the picture is drawn sharp and the link is written.
const SETTLE_MILLIS: i32 = 140;

/// One step of a button or a key.
const ZOOM_STEP: f64 = 1.6;

/// The stage with everything that moves it. Shared by the listeners of the map.
#[derive(Clone)]
pub(super) struct Controller {
    desk: Desk,
    inner: Rc<RefCell<Inner>>,
}

struct Inner {
    stage: Option<Stage>,
    pointers: Pointers,
    timer: Option<i32>,
    turned: Option<LonLat>,
}

impl Controller {
    /// A controller without a stage yet.
    pub fn new(desk: Desk) -> Self {
        let inner = Inner { stage: None, pointers: Pointers::default(), timer: None, turned: None };
        Self { desk, inner: Rc::new(RefCell::new(inner)) }
    }

    /// Gives it the stage.
    pub fn set_stage(&self, stage: Stage) {
        self.inner.borrow_mut().stage = Some(stage);
    }

    /// Does something with the stage, if there is one and nobody else is at it.
    pub fn with<T>(&self, act: impl FnOnce(&mut Stage) -> T) -> Option<T> {
        let mut inner = self.inner.try_borrow_mut().ok()?;
        inner.stage.as_mut().map(act)
    }

    /// Shows the view as it is, and tells the page what the picture says.
    pub fn show(&self) {
        let view = self.desk.view.get_untracked();
        let words = self.with(|stage| {
            stage.show(&view, api::change());
            words(stage)
        });
        if let Some(words) = words
            && self.desk.words.with_untracked(|known| *known != words)
        {
            self.desk.words.set(words);
        }
    }

    /// Takes one event of a pointer; true where it is part of a drag or a pinch.
    pub fn touch(&self, touch: Touch, pointer: i32, at: ScreenPoint, now_millis: f64) -> bool {
        let (gesture, moving) = {
            let Ok(mut inner) = self.inner.try_borrow_mut() else { return false };
            let gesture = inner.pointers.take(touch, pointer, at, now_millis);
            (gesture, inner.pointers.is_moving())
        };
        match gesture {
            Some(Gesture::Drag { right_px, down_px }) => self.drag(right_px, down_px),
            Some(Gesture::Pinch { factor, anchor, right_px, down_px }) => {
                self.move_by(|camera| camera.panned(right_px, down_px).zoomed(factor, anchor));
            }
            Some(Gesture::Tap(at)) => self.choose(at),
            Some(Gesture::DoubleTap(at)) => self.zoom(ZOOM_STEP * ZOOM_STEP, Some(at)),
            Some(Gesture::Settle) => self.settle_soon(),
            None => {}
        }
        moving
    }

    /// Moves the picture, or turns the globe.
    pub fn drag(&self, right_px: f64, down_px: f64) {
        if self.with(|stage| stage.is_globe()) != Some(true) {
            self.move_by(|camera| camera.panned(right_px, down_px));
            return;
        }
        let turned = self.with(|stage| stage.turn(right_px, down_px));
        if let Ok(mut inner) = self.inner.try_borrow_mut() {
            inner.turned = turned;
        }
        self.settle_soon();
    }

    /// Magnifies about a point, or about the middle.
    pub fn zoom(&self, factor: f64, anchor: Option<ScreenPoint>) {
        let middle = self.with(|stage| {
            let size = stage.size();
            ScreenPoint { x_px: size.width_px / 2.0, y_px: size.height_px / 2.0 }
        });
        if let Some(anchor) = anchor.or(middle) {
            self.move_by(|camera| camera.zoomed(factor, anchor));
        }
    }

    /// One step nearer or farther.
    pub fn step(&self, nearer: bool) {
        self.zoom(if nearer { ZOOM_STEP } else { 1.0 / ZOOM_STEP }, None);
    }

    fn move_by(&self, change: impl FnOnce(Camera) -> Camera) {
        self.with(|stage| stage.move_to(change(stage.camera())));
        self.settle_soon();
    }

    /// Selects what lies there; the open sea closes the panel.
    fn choose(&self, at: ScreenPoint) {
        let target = self.with(|stage| stage.pick(at)).flatten();
        self.desk.act(Action::Select(target.and_then(Target::selection)));
    }

    /// What lies under a point.
    pub fn pick(&self, at: ScreenPoint) -> Option<Target> {
        self.with(|stage| stage.pick(at)).flatten()
    }

    /// Goes to a target.
    pub fn fly_to(&self, target: Target) {
        let camera = self.with(|stage| stage.view_on(target)).flatten();
        if camera.is_some() {
            self.desk.drift(Action::SetCamera(camera));
        }
    }

    /// Once nothing has moved for a moment: draws sharp, and writes the link.
    pub fn settle_soon(&self) {
        let controller = self.clone();
        let timer = later(SETTLE_MILLIS, move || controller.settle());
        if let Ok(mut inner) = self.inner.try_borrow_mut()
            && let (Some(old), Some(window)) = (std::mem::replace(&mut inner.timer, timer), web_sys::window())
        {
            window.clear_timeout_with_handle(old);
        }
    }

    fn settle(&self) {
        let turned = self.inner.try_borrow_mut().ok().and_then(|mut inner| {
            inner.timer = None;
            inner.turned.take()
        });
        if let Some(LonLat { lon_deg, lat_deg }) = turned {
            self.desk.drift(Action::SetCentre(Centre::Fixed { lon_deg: tenth(lon_deg), lat_deg: tenth(lat_deg) }));
        } else {
            self.with(Stage::draw);
        }
        let hovered = self.desk.hover.get_untracked();
        let camera = self.with(|stage| {
            stage.hover(hovered);
            stage.camera_view()
        });
        self.desk.drift(Action::SetCamera(camera.flatten()));
    }
}

fn tenth(degrees: f64) -> f64 {
    (degrees * 10.0).round() / 10.0
}

fn words(stage: &Stage) -> Words {
    let Some(scene) = stage.scene() else { return Words::default() };
    Words { sentence: scene.sentence.clone(), description: stage.description(), legend: Some(scene.legend.clone()) }
}
