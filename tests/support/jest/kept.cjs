/** What one test file made and another one of the same process can use, as text. */
module.exports = new Map();
