//! The texts of the library that is written in Python, by the names of its modules.

/// A module's name, its file under the library's folder, and its text; sorted by name.
pub(crate) const SOURCES: &[(&str, &str, &str)] = &[
    ("__future__", "__future__.py", include_str!("../../library/__future__.py")),
    ("_files", "_files.py", include_str!("../../library/_files.py")),
    ("_long_range", "_long_range.py", include_str!("../../library/_long_range.py")),
    ("_network", "_network.py", include_str!("../../library/_network.py")),
    ("_outside", "_outside.py", include_str!("../../library/_outside.py")),
    ("_prelude.builtins", "_prelude/builtins.py", include_str!("../../library/_prelude/builtins.py")),
    ("_prelude.exceptions", "_prelude/exceptions.py", include_str!("../../library/_prelude/exceptions.py")),
    ("_prelude.iteration", "_prelude/iteration.py", include_str!("../../library/_prelude/iteration.py")),
    ("_prelude.keyed", "_prelude/keyed.py", include_str!("../../library/_prelude/keyed.py")),
    ("_prelude.language", "_prelude/language.py", include_str!("../../library/_prelude/language.py")),
    ("_prelude.modules", "_prelude/modules.py", include_str!("../../library/_prelude/modules.py")),
    ("_prelude.operators", "_prelude/operators.py", include_str!("../../library/_prelude/operators.py")),
    ("_prelude.sequences", "_prelude/sequences.py", include_str!("../../library/_prelude/sequences.py")),
    ("_strptime", "_strptime.py", include_str!("../../library/_strptime.py")),
    ("_thread", "_thread.py", include_str!("../../library/_thread.py")),
    ("_timedelta", "_timedelta.py", include_str!("../../library/_timedelta.py")),
    ("abc", "abc.py", include_str!("../../library/abc.py")),
    ("aiohttp", "aiohttp.py", include_str!("../../library/aiohttp.py")),
    ("asyncio", "asyncio/__init__.py", include_str!("../../library/asyncio/__init__.py")),
    ("asyncio.base_events", "asyncio/base_events.py", include_str!("../../library/asyncio/base_events.py")),
    ("asyncio.coroutines", "asyncio/coroutines.py", include_str!("../../library/asyncio/coroutines.py")),
    ("asyncio.events", "asyncio/events.py", include_str!("../../library/asyncio/events.py")),
    ("asyncio.exceptions", "asyncio/exceptions.py", include_str!("../../library/asyncio/exceptions.py")),
    ("asyncio.futures", "asyncio/futures.py", include_str!("../../library/asyncio/futures.py")),
    (
        "asyncio.hooked_queues",
        "asyncio/hooked_queues.py",
        include_str!("../../library/asyncio/hooked_queues.py"),
    ),
    ("asyncio.locks", "asyncio/locks.py", include_str!("../../library/asyncio/locks.py")),
    ("asyncio.queues", "asyncio/queues.py", include_str!("../../library/asyncio/queues.py")),
    ("asyncio.removed", "asyncio/removed.py", include_str!("../../library/asyncio/removed.py")),
    ("asyncio.runners", "asyncio/runners.py", include_str!("../../library/asyncio/runners.py")),
    ("asyncio.streams", "asyncio/streams.py", include_str!("../../library/asyncio/streams.py")),
    ("asyncio.taskgroups", "asyncio/taskgroups.py", include_str!("../../library/asyncio/taskgroups.py")),
    ("asyncio.tasks", "asyncio/tasks.py", include_str!("../../library/asyncio/tasks.py")),
    ("asyncio.threads", "asyncio/threads.py", include_str!("../../library/asyncio/threads.py")),
    ("asyncio.timeouts", "asyncio/timeouts.py", include_str!("../../library/asyncio/timeouts.py")),
    ("asyncio.unix_events", "asyncio/unix_events.py", include_str!("../../library/asyncio/unix_events.py")),
    ("atexit", "atexit.py", include_str!("../../library/atexit.py")),
    ("base64", "base64.py", include_str!("../../library/base64.py")),
    ("binascii", "binascii.py", include_str!("../../library/binascii.py")),
    ("bisect", "bisect.py", include_str!("../../library/bisect.py")),
    ("calendar", "calendar.py", include_str!("../../library/calendar.py")),
    ("collections", "collections/__init__.py", include_str!("../../library/collections/__init__.py")),
    (
        "collections._wrappers",
        "collections/_wrappers.py",
        include_str!("../../library/collections/_wrappers.py"),
    ),
    ("collections.abc", "collections/abc.py", include_str!("../../library/collections/abc.py")),
    ("concurrent", "concurrent/__init__.py", include_str!("../../library/concurrent/__init__.py")),
    (
        "concurrent.futures",
        "concurrent/futures/__init__.py",
        include_str!("../../library/concurrent/futures/__init__.py"),
    ),
    (
        "concurrent.futures._base",
        "concurrent/futures/_base.py",
        include_str!("../../library/concurrent/futures/_base.py"),
    ),
    (
        "concurrent.futures.process",
        "concurrent/futures/process.py",
        include_str!("../../library/concurrent/futures/process.py"),
    ),
    (
        "concurrent.futures.thread",
        "concurrent/futures/thread.py",
        include_str!("../../library/concurrent/futures/thread.py"),
    ),
    ("contextlib", "contextlib.py", include_str!("../../library/contextlib.py")),
    ("copy", "copy.py", include_str!("../../library/copy.py")),
    ("csv", "csv.py", include_str!("../../library/csv.py")),
    ("dataclasses", "dataclasses.py", include_str!("../../library/dataclasses.py")),
    ("datetime", "datetime.py", include_str!("../../library/datetime.py")),
    ("difflib", "difflib.py", include_str!("../../library/difflib.py")),
    ("enum", "enum.py", include_str!("../../library/enum.py")),
    ("fnmatch", "fnmatch.py", include_str!("../../library/fnmatch.py")),
    ("fractions", "fractions.py", include_str!("../../library/fractions.py")),
    ("functools", "functools.py", include_str!("../../library/functools.py")),
    ("greenlet", "greenlet.py", include_str!("../../library/greenlet.py")),
    ("hashlib", "hashlib.py", include_str!("../../library/hashlib.py")),
    ("heapq", "heapq.py", include_str!("../../library/heapq.py")),
    ("http", "http.py", include_str!("../../library/http.py")),
    ("httpx", "httpx.py", include_str!("../../library/httpx.py")),
    ("importlib", "importlib.py", include_str!("../../library/importlib.py")),
    ("inspect", "inspect.py", include_str!("../../library/inspect.py")),
    ("io", "io.py", include_str!("../../library/io.py")),
    ("itertools", "itertools.py", include_str!("../../library/itertools.py")),
    ("json", "json/__init__.py", include_str!("../../library/json/__init__.py")),
    ("json.decoder", "json/decoder.py", include_str!("../../library/json/decoder.py")),
    ("json.encoder", "json/encoder.py", include_str!("../../library/json/encoder.py")),
    ("keyword", "keyword.py", include_str!("../../library/keyword.py")),
    ("linecache", "linecache.py", include_str!("../../library/linecache.py")),
    ("logging", "logging/__init__.py", include_str!("../../library/logging/__init__.py")),
    ("logging._styles", "logging/_styles.py", include_str!("../../library/logging/_styles.py")),
    (
        "multiprocessing",
        "multiprocessing/__init__.py",
        include_str!("../../library/multiprocessing/__init__.py"),
    ),
    (
        "multiprocessing.process",
        "multiprocessing/process.py",
        include_str!("../../library/multiprocessing/process.py"),
    ),
    ("numbers", "numbers.py", include_str!("../../library/numbers.py")),
    ("operator", "operator.py", include_str!("../../library/operator.py")),
    ("os", "os.py", include_str!("../../library/os.py")),
    ("pathlib", "pathlib.py", include_str!("../../library/pathlib.py")),
    ("pickle", "pickle.py", include_str!("../../library/pickle.py")),
    ("platform", "platform.py", include_str!("../../library/platform.py")),
    ("posixpath", "posixpath.py", include_str!("../../library/posixpath.py")),
    ("pprint", "pprint.py", include_str!("../../library/pprint.py")),
    ("queue", "queue.py", include_str!("../../library/queue.py")),
    ("random", "random.py", include_str!("../../library/random.py")),
    ("re", "re.py", include_str!("../../library/re.py")),
    ("reprlib", "reprlib.py", include_str!("../../library/reprlib.py")),
    ("requests", "requests/__init__.py", include_str!("../../library/requests/__init__.py")),
    ("requests.exceptions", "requests/exceptions.py", include_str!("../../library/requests/exceptions.py")),
    ("select", "select.py", include_str!("../../library/select.py")),
    ("signal", "signal.py", include_str!("../../library/signal.py")),
    ("socket", "socket.py", include_str!("../../library/socket.py")),
    ("ssl", "ssl.py", include_str!("../../library/ssl.py")),
    ("statistics", "statistics.py", include_str!("../../library/statistics.py")),
    ("string", "string.py", include_str!("../../library/string.py")),
    ("subprocess", "subprocess.py", include_str!("../../library/subprocess.py")),
    ("tempfile", "tempfile.py", include_str!("../../library/tempfile.py")),
    ("textwrap", "textwrap.py", include_str!("../../library/textwrap.py")),
    ("threading", "threading.py", include_str!("../../library/threading.py")),
    ("timeit", "timeit.py", include_str!("../../library/timeit.py")),
    ("traceback", "traceback.py", include_str!("../../library/traceback.py")),
    ("types", "types.py", include_str!("../../library/types.py")),
    ("typing", "typing/__init__.py", include_str!("../../library/typing/__init__.py")),
    ("typing._forms", "typing/_forms.py", include_str!("../../library/typing/_forms.py")),
    ("typing._generics", "typing/_generics.py", include_str!("../../library/typing/_generics.py")),
    ("typing._records", "typing/_records.py", include_str!("../../library/typing/_records.py")),
    ("unittest", "unittest/__init__.py", include_str!("../../library/unittest/__init__.py")),
    ("unittest.async_case", "unittest/async_case.py", include_str!("../../library/unittest/async_case.py")),
    ("unittest.case", "unittest/case.py", include_str!("../../library/unittest/case.py")),
    ("unittest.mock", "unittest/mock.py", include_str!("../../library/unittest/mock.py")),
    ("unittest.running", "unittest/running.py", include_str!("../../library/unittest/running.py")),
    ("urllib", "urllib/__init__.py", include_str!("../../library/urllib/__init__.py")),
    ("urllib.error", "urllib/error.py", include_str!("../../library/urllib/error.py")),
    ("urllib.parse", "urllib/parse.py", include_str!("../../library/urllib/parse.py")),
    ("urllib.request", "urllib/request.py", include_str!("../../library/urllib/request.py")),
    ("uuid", "uuid.py", include_str!("../../library/uuid.py")),
    ("uvloop", "uvloop.py", include_str!("../../library/uvloop.py")),
    ("warnings", "warnings.py", include_str!("../../library/warnings.py")),
    ("weakref", "weakref.py", include_str!("../../library/weakref.py")),
];

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the library's folder is looked at")]
mod tests {
    use super::SOURCES;

    #[test]
    fn every_text_is_listed() {
        let mut listed: Vec<String> = SOURCES.iter().map(|(_, file, _)| (*file).to_owned()).collect();
        listed.sort();
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("library");
        let mut found = Vec::new();
        let mut folders = vec![root.clone()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|extension| extension == "py") {
                    found.push(path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned());
                }
            }
        }
        found.retain(|file| !file.contains("__pycache__"));
        found.sort();
        assert_eq!(listed, found);
        assert!(SOURCES.is_sorted_by_key(|(name, ..)| *name), "looked up by halving");
    }
}
