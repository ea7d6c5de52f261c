//! What somebody might have photographed, drawn by rule: a stain, a cabinet of keys, a stairwell.

use crate::demo::random::Random;
use image::{Rgb, RgbImage, codecs::jpeg::JpegEncoder};

const WIDTH: u32 = 720;
const HEIGHT: u32 = 540;

type Colour = [f32; 3];

/// A wall with a stain of damp under the ceiling.
pub(super) fn stain(seed: u64) -> Vec<u8> {
    photo(seed, 1, |x, y| {
        let wall = if y < 0.1 { [236., 234., 228.] } else { shade([214., 208., 190.], 1.05 - y * 0.25) };
        let ripple = (x * 31.).sin() * 0.03 + (x * 13. + y * 9.).sin() * 0.05;
        let away = ((x - 0.55) / 0.26).hypot((y - 0.3) / 0.22) + ripple;
        match away {
            ..0.72 => mix(wall, [150., 124., 84.], 0.45),
            ..0.9 => mix(wall, [120., 92., 54.], 0.7 - (away - 0.72)),
            ..1.05 => mix(wall, [150., 124., 84.], (1.05 - away) * 2.),
            _ => wall,
        }
    })
}

/// A grey cabinet with hooks, each key with its coloured tag; one hook is empty.
pub(super) fn key_cabinet(seed: u64) -> Vec<u8> {
    const TAGS: [Colour; 5] =
        [[196., 60., 52.], [52., 108., 168.], [232., 184., 60.], [72., 140., 88.], [126., 84., 150.]];
    photo(seed, 2, |x, y| {
        let frame = !(0.06..=0.94).contains(&x) || !(0.07..=0.93).contains(&y);
        if frame {
            return shade([128., 134., 138.], 1.1 - y * 0.3);
        }
        let (column, row) = ((x - 0.06) / 0.11, (y - 0.07) / 0.215);
        let (across, down) = (column.fract() - 0.5, row.fract());
        let key = column as usize + 8 * row as usize;
        let is_there = key != 19;
        if across.hypot((down - 0.14) * 1.9) < 0.09 {
            [72., 74., 76.]
        } else if is_there && across.abs() < 0.25 && (0.45..0.9).contains(&down) {
            shade(TAGS[key * 7 % TAGS.len()], 1.15 - down * 0.3)
        } else if is_there && across.abs() < 0.06 && (0.14..0.5).contains(&down) {
            [186., 178., 150.]
        } else {
            shade([206., 208., 206.], 1. - y * 0.16 - down * 0.04)
        }
    })
}

/// Stairs on the way up, with light from a window.
pub(super) fn stairwell(seed: u64) -> Vec<u8> {
    photo(seed, 3, |x, y| {
        let in_window = (0.62..0.86).contains(&x) && (0.1..0.38).contains(&y);
        let in_frame = (0.6..0.88).contains(&x) && (0.07..0.41).contains(&y);
        if in_window && (x - 0.74).abs() > 0.008 {
            return shade([198., 222., 240.], 1.1 - y * 0.3);
        }
        if in_frame {
            return [240., 240., 236.];
        }
        let rise = y - 0.42 + (0.5 - x) * 0.5;
        if rise < 0. {
            let dado = if rise > -0.22 { [150., 172., 158.] } else { [226., 222., 208.] };
            return shade(dado, 1.08 - (x - 0.7).abs() * 0.4);
        }
        let step = (rise * 9.).fract();
        let stone = if step < 0.42 { [168., 164., 158.] } else { [116., 112., 108.] };
        shade(stone, if step < 0.06 { 1.25 } else { 1.05 - rise * 0.3 })
    })
}

/// Each point's colour with a little of a camera's grain.
fn photo(seed: u64, which: u64, colour: impl Fn(f32, f32) -> Colour) -> Vec<u8> {
    let mut random = Random::new(seed, &[which]);
    let picture = RgbImage::from_fn(WIDTH, HEIGHT, |x, y| {
        let grain = (random.draw() >> 60) as f32 - 7.5;
        let colour = colour(x as f32 / WIDTH as f32, y as f32 / HEIGHT as f32);
        Rgb(colour.map(|part| (part + grain).clamp(0., 255.) as u8))
    });
    let mut bytes = Vec::new();
    // Into memory, and of a size that JPEG can be: this cannot fail.
    let _ = JpegEncoder::new_with_quality(&mut bytes, 78).encode_image(&picture);
    bytes
}

fn shade(colour: Colour, light: f32) -> Colour {
    colour.map(|part| part * light)
}

fn mix(one: Colour, other: Colour, much: f32) -> Colour {
    let much = much.clamp(0., 1.);
    [0, 1, 2].map(|part| one[part] * (1. - much) + other[part] * much)
}
