/**
 * Preloaded into the Playground (`node -r`), which by itself listens on every interface of the machine: keeps it on
 * this machine, and ends it with the process that started it.
 */
'use strict';
const { Server } = require('node:net');

const listen = Server.prototype.listen;
Server.prototype.listen = function (...args) {
  const [first, second] = args;
  if (typeof first === 'number' || /^\d+$/.test(String(first))) {
    if (typeof second === 'string') args[1] = '127.0.0.1';
    else args.splice(1, 0, '127.0.0.1');
  } else if (first && typeof first === 'object' && 'port' in first) {
    args[0] = { ...first, host: '127.0.0.1' };
  }
  return listen.apply(this, args);
};

if (process.channel) {
  process.on('disconnect', () => process.exit(0));
  // Waiting for the parent must not keep the process alive, nor may what it starts inherit the channel.
  process.channel.unref();
}
