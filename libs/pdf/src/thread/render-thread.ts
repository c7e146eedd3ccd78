import { Writable } from 'node:stream';

import { serve } from '#libs/thread';

import { writeDocument } from '../render.js';
import { blocksOf, type RenderTask } from './render-task.js';

/** The program of a thread that makes documents. */
serve(async (given, channel) => {
  const task = given as RenderTask;
  const sink = new Writable({
    write: (chunk: Uint8Array, _encoding, done) => {
      channel.send(chunk).then(() => done(), done);
    },
  });
  await writeDocument(sink, task.meta, task.cover, await blocksOf(task, channel), task.options, (page, total) => channel.progress(page, total));
});
