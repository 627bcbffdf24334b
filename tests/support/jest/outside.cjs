/**
 * In the place of a big package's modules: the ones that Node itself loads, once for all test files of a process. Inside,
 * each test file would load them anew, which takes longer than most of what it tests.
 */
module.exports = {
  process: (_source, file) => ({ code: `module.exports = requireOutside(${JSON.stringify(file)});` }),
};
