//! How constants lie in a volume: a number that says what follows, and numbers as they are written.

use num_bigint::BigInt;

use super::{Pool, Reader, Writer};
use crate::code::Constant;

impl Constant {
    pub(super) fn write(&self, writer: &mut Writer<'_>) {
        match self {
            Self::None => writer.number(0),
            Self::Bool(false) => writer.number(1),
            Self::Bool(true) => writer.number(2),
            Self::Ellipsis => writer.number(3),
            Self::Int(number, _) => writer.tagged(4, &number.to_string()),
            Self::Big(number) => writer.tagged(5, &number.to_string()),
            Self::Float(bits, _) => writer.tagged(6, &format!("{bits:x}")),
            Self::Imaginary(bits) => writer.tagged(7, &format!("{bits:x}")),
            Self::Str(text) => writer.tagged(8, text),
            Self::Bytes(bytes) => {
                writer.number(9);
                writer.list(bytes, |writer, byte| writer.number(u32::from(*byte)));
            }
            Self::Tuple(items) => {
                writer.number(10);
                writer.list(items, |writer, item| item.write(writer));
            }
            Self::Set(items) => {
                writer.number(11);
                writer.list(items, |writer, item| item.write(writer));
            }
        }
    }

    pub(super) fn read<P: Pool>(reader: &mut Reader<'_, '_, P>) -> Option<Self> {
        let bits = |text| u64::from_str_radix(text, 16).ok();
        Some(match reader.number()? {
            0 => Self::None,
            1 => Self::Bool(false),
            2 => Self::Bool(true),
            3 => Self::Ellipsis,
            4 => Self::Int(reader.text()?.parse().ok()?, None),
            5 => Self::Big(BigInt::parse_bytes(reader.text()?.as_bytes(), 10)?),
            6 => Self::Float(bits(reader.text()?)?, None),
            7 => Self::Imaginary(bits(reader.text()?)?),
            8 => Self::Str(reader.text()?.into()),
            9 => {
                let bytes: Vec<u8> = reader.list(|reader| u8::try_from(reader.number()?).ok())?;
                Self::Bytes(bytes.into())
            }
            10 => Self::Tuple(reader.list(Self::read)?),
            11 => Self::Set(reader.list(Self::read)?),
            _ => return None,
        })
    }
}
