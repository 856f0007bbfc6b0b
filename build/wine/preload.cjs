/*
 * Runs before everything else in each Node process under Wine. It mends what Wine 8 lacks, and puts the user's folders where a
 * test wants them: Wine itself replaces these variables when a process starts.
 */

const promises = require('node:fs/promises');
const { syncBuiltinESMExports } = require('node:module');
const { Socket } = require('node:net');

// Under Wine 8 a connection on which this was called never connects.
Socket.prototype.setKeepAlive = function setKeepAlive() {
  return this;
};

// Wine has no alternate streams: it makes files with a colon in their name, which Windows never has. This answers like a disk
// without streams.
const { writeFile } = promises;
promises.writeFile = async function writeFileWithoutStreams(file, ...rest) {
  if (/:[^\\/]+$/.test(String(file).slice(2))) throw Object.assign(new Error('no streams'), { code: 'ENOENT' });
  return writeFile(file, ...rest);
};
syncBuiltinESMExports();

for (const [name, value] of Object.entries(process.env)) {
  if (name.startsWith('COLODESK_TEST_ENV_')) process.env[name.slice('COLODESK_TEST_ENV_'.length)] = value;
}
