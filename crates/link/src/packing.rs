//! Texts as few bytes, and back: raw deflate (RFC 1951), with or without a dictionary.

use miniz_oxide::deflate::core::{
    CompressorOxide, TDEFLFlush, compress_to_output, create_comp_flags_from_zip_params,
};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress, inflate_flags};

use crate::bounds;

/// How a link holds its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// As any deflate library packs and unpacks it.
    Public,
    /// The same with the first dictionary of `FORMAT.md`: shorter.
    Short,
}

impl Form {
    /// The public one first.
    pub const ALL: [Self; 2] = [Self::Public, Self::Short];

    /// What stands for it in a link.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Public => "z",
            Self::Short => "d1",
        }
    }

    /// What comes before the text, so that it can be pointed at.
    const fn dictionary(self) -> &'static [u8] {
        match self {
            Self::Public => b"",
            Self::Short => include_bytes!("../dictionary/d1.txt"),
        }
    }
}

/// The best search for repetitions.
const LEVEL: i32 = 10;
/// Deflate without zlib's header and end.
const RAW: i32 = -15;
/// Codes that suit the text, and codes that need not be told: the latter win where there is little text.
const STRATEGIES: [i32; 2] = [0, 4];

/// A text's bytes, packed.
pub(crate) fn pack(text: &[u8], form: Form) -> Vec<u8> {
    let packed = STRATEGIES.map(|strategy| {
        let flags = create_comp_flags_from_zip_params(LEVEL, RAW, strategy);
        let mut compressor = CompressorOxide::new(flags);
        let mut out = Vec::new();
        // Once a dictionary has been packed and all of it is out, what follows begins at a whole byte, and can
        // point back at it: that is what a preset dictionary is.
        if !form.dictionary().is_empty() {
            compress_to_output(&mut compressor, form.dictionary(), TDEFLFlush::Sync, |_| true);
        }
        compress_to_output(&mut compressor, text, TDEFLFlush::Finish, |bytes| {
            out.extend_from_slice(bytes);
            true
        });
        out
    });
    packed.into_iter().min_by_key(Vec::len).unwrap_or_default()
}

/// How unpacking ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// Where the text ends.
    Whole,
    /// Bytes are missing.
    Cut,
    /// At bytes that mean nothing.
    Broken,
    /// At the bound.
    TooLarge,
}

/// As much of a text as the bytes hold, and how it ended.
pub(crate) fn unpack(packed: &[u8], form: Form) -> (Vec<u8>, End) {
    const FLAGS: u32 =
        inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF | inflate_flags::TINFL_FLAG_HAS_MORE_INPUT;
    let before = form.dictionary().len();
    // One byte more than may be tells that there is more.
    let most = before + bounds::TEXT;
    let mut out = form.dictionary().to_vec();
    let mut decompressor = Box::<DecompressorOxide>::default();
    let (mut taken, mut made) = (0, before);
    let end = loop {
        // Room for so much more at a time, that memory follows what there is and not what is threatened.
        out.resize((made * 2).max(made + 1024).min(most + 1), 0);
        let rest = packed.get(taken..).unwrap_or_default();
        let (status, read, written) = decompress(&mut decompressor, rest, &mut out, made, FLAGS);
        (taken, made) = (taken + read, made + written);
        match status {
            _ if made > most => break End::TooLarge,
            TINFLStatus::Done => break End::Whole,
            TINFLStatus::HasMoreOutput => {}
            TINFLStatus::NeedsMoreInput | TINFLStatus::FailedCannotMakeProgress => break End::Cut,
            TINFLStatus::Failed | TINFLStatus::BadParam | TINFLStatus::Adler32Mismatch | _ => {
                break End::Broken;
            }
        }
    };
    out.truncate(made.min(most));
    out.drain(..before);
    (out, end)
}
