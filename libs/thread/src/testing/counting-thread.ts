import { DomainError } from '#libs/errors';

import { serve } from '../serve.js';

/** What the thread of the specs can be asked to do. */
export type CountingTask =
  | { readonly kind: 'SUM'; readonly feeds: number }
  | { readonly kind: 'STEPS'; readonly count: number }
  | { readonly kind: 'PIECES'; readonly count: number; readonly sent: SharedArrayBuffer }
  | { readonly kind: 'REFUSE' | 'BREAK' | 'LEAVE' };

serve(async (given, channel) => {
  const task = given as CountingTask;
  switch (task.kind) {
    case 'SUM': {
      let sum = 0;
      for (let feed = 0; feed < task.feeds; feed += 1) for await (const rows of channel.rows(feed)) for (const row of rows) sum += Number(row);
      return channel.send(Buffer.from(String(sum)));
    }
    case 'PIECES': {
      const sent = new Int32Array(task.sent);
      for (let at = 0; at < task.count; at += 1) {
        await channel.send(Buffer.from([at % 256]));
        Atomics.add(sent, 0, 1);
      }
      return;
    }
    case 'STEPS':
      for (let at = 1; at <= task.count; at += 1) channel.progress(at, at < task.count / 2 ? null : task.count);
      return channel.send(Buffer.from('done'));
    case 'REFUSE':
      throw new DomainError('rule_broken', 'thread.no', { ko: '안 됩니다.', en: 'No.' }, { details: { why: 'asked' } });
    case 'BREAK':
      throw new RangeError('out of range');
    case 'LEAVE':
      process.exit(3);
  }
});
