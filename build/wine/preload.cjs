/*
 * Runs before everything else in each Node process under Wine. It mends what Wine 8 lacks, and puts the user's folders where a
 * test wants them: Wine itself replaces these variables when a process starts.
 */

const { Socket } = require('node:net');

// Under Wine 8 a connection on which this was called never connects.
Socket.prototype.setKeepAlive = function setKeepAlive() {
  return this;
};

for (const [name, value] of Object.entries(process.env)) {
  if (name.startsWith('COLODESK_TEST_ENV_')) process.env[name.slice('COLODESK_TEST_ENV_'.length)] = value;
}
