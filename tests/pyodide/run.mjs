// SPDX-License-Identifier: MIT
// The unit tests in Pyodide: Python as it runs in a browser, here in Node.
//   node run.mjs WHEELS TREE - a folder of wheels, and a checkout without its source.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { loadPyodide } from "pyodide";

const [wheels, tree] = process.argv.slice(2);
const pyodide = await loadPyodide();
const site = pyodide.runPython("import site; site.getsitepackages()[0]");
for (const name of readdirSync(wheels).filter((each) => each.endsWith(".whl"))) {
  pyodide.unpackArchive(new Uint8Array(readFileSync(join(wheels, name))), "wheel", { extractDir: site });
}
pyodide.FS.mkdirTree("/tree");
pyodide.mountNodeFS("/tree", tree);
process.exitCode = pyodide.runPython(`
import importlib, os, sys

importlib.invalidate_caches()  # the wheels came after the first look
import pytest

os.chdir("/tree")
os.environ["CI"] = "1"  # the same examples each time
print("Python", sys.version.split()[0], "on", sys.platform)
# A browser starts no other process, and its wheels of NumPy and the like are on another network.
int(pytest.main(["-q", "-p", "no:cacheprovider", "--override-ini=addopts=--import-mode=importlib",
                 "--override-ini=minversion=8.3", "tests/unit"]))
`);
