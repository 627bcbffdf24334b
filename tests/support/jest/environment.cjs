/** Node's environment, with a way to what is loaded once for all test files of a process (see outside.cjs). */
const { TestEnvironment } = require('jest-environment-node');

module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.requireOutside = require;
  }
};
