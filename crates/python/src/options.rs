//! What a run is told from outside: names, limits, and the settings of the scenario.

/// How a program is to be run.
#[derive(Clone, Debug)]
pub struct Options {
    /// The name that the program sees itself under.
    pub filename: String,
    /// Lines that `input()` reads.
    pub stdin: String,
    /// Keep a trace.
    pub record: bool,
    /// With the trace, keep where its numbers come from.
    pub origins: bool,
    /// How much the run may do.
    pub limits: Limits,
    /// Settings given from outside, which win over those in the text: `key=value`, one by one.
    pub settings: Vec<(String, String)>,
}

/// How much a run may do. What goes beyond ends the run, and what was printed stays.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Bytes of the program's text.
    pub source: usize,
    /// Instructions.
    pub instructions: u64,
    /// Bytes that values take.
    pub memory: usize,
    /// Bytes of output that are kept.
    pub output: usize,
    /// Events that the trace keeps.
    pub events: usize,
    /// Events after which the trace keeps no more lines.
    pub lines: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            filename: "main.py".to_owned(),
            stdin: String::new(),
            record: false,
            origins: true,
            limits: Limits::default(),
            settings: Vec::new(),
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            source: 256 << 10,
            instructions: 20_000_000_000,
            memory: 1 << 30,
            output: 64 << 20,
            events: 4_000_000,
            lines: 200_000,
        }
    }
}
