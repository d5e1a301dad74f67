//! Runs of bytes in few large pages, by number. What is recorded lies among what a program allocates: if
//! it lay there in small pieces, what the program gives back could not become large pieces again.

/// Bytes of a page; a run that is longer has one of its own.
const PAGE: usize = 1 << 16;

/// Runs of bytes that only become more.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Pages {
    pages: Vec<Page>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
struct Page {
    /// The number of its first run.
    first: usize,
    bytes: Vec<u8>,
    /// Where each of its runs ends.
    ends: Vec<u32>,
}

impl Pages {
    pub(crate) fn push(&mut self, run: &[u8]) {
        let fits = |page: &&mut Page| page.bytes.len() + run.len() <= PAGE;
        match self.pages.last_mut().filter(fits) {
            Some(page) => page.push(run),
            None => {
                // Most records fill no page at all.
                let room = if self.pages.is_empty() { run.len() } else { PAGE.max(run.len()) };
                let (bytes, ends) = (Vec::with_capacity(room), Vec::new());
                let mut page = Page { first: self.len(), bytes, ends };
                page.push(run);
                self.pages.push(page);
            }
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.pages.last().map_or(0, |last| last.first + last.ends.len())
    }

    pub(crate) fn get(&self, number: usize) -> Option<&[u8]> {
        let after = self.pages.partition_point(|page| page.first <= number);
        let page = self.pages.get(after.checked_sub(1)?)?;
        let place = number - page.first;
        let end = *page.ends.get(place)? as usize;
        let start =
            place.checked_sub(1).and_then(|before| page.ends.get(before)).map_or(0, |end| *end as usize);
        page.bytes.get(start..end)
    }

    /// Bytes that they take.
    pub(crate) fn bytes(&self) -> usize {
        let page = |page: &Page| size_of::<Page>() + page.bytes.len() + page.ends.len() * size_of::<u32>();
        self.pages.iter().map(page).sum()
    }
}

impl Page {
    fn push(&mut self, run: &[u8]) {
        self.bytes.extend_from_slice(run);
        self.ends.push(u32::try_from(self.bytes.len()).unwrap_or(u32::MAX));
    }
}

#[cfg(test)]
mod tests {
    use super::{PAGE, Pages};

    #[test]
    fn runs_of_every_length_are_found() {
        let lengths = [0, 1, 7, PAGE / 2, PAGE / 2, PAGE, 0, PAGE + 1, 3, 3 * PAGE, 1, 0];
        let run = |place: usize, length: usize| vec![place as u8; length];
        let mut pages = Pages::default();
        assert_eq!((pages.len(), pages.get(0)), (0, None));
        for (place, length) in lengths.into_iter().enumerate() {
            pages.push(&run(place, length));
            assert_eq!(pages.len(), place + 1);
        }
        for (place, length) in lengths.into_iter().enumerate() {
            assert_eq!(pages.get(place), Some(&*run(place, length)), "{place}");
        }
        assert_eq!(pages.get(lengths.len()), None);
    }
}
