//! Files in a zip whose bytes depend on nothing but them: no clock, no user, no order of a folder.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::Error;

/// Packs files, in their order, under their paths.
pub(crate) fn zip(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>, Error> {
    let failed = |error: zip::result::ZipError| Error::Picture(format!("{error}: the files could not be packed"));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(name.as_str(), options).map_err(failed)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish().map_err(failed)?.into_inner())
}
