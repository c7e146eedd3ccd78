import { randomUUID } from 'node:crypto';
import type { Command } from '#libs/command';
import { invalidField } from '#libs/errors';
import { insertZones } from './zone.store.js';
import type { Zone } from './zone.js';

export type RecordZone = Omit<Zone, 'id'>;

export interface RecordedZone {
  readonly id: string;
  readonly code: string;
}

/**
 * `matching-zone.record`: what is said of a zone from a day on: that it is one, covers other places, or ends. Projects agreed
 * earlier stay as they were judged.
 */
export const recordZone: Command<RecordZone, RecordedZone> = {
  name: 'matching-zone.record',
  async execute(tx, context, input) {
    if (input.to !== null && input.to < input.from) {
      throw invalidField('/to', 'matching-zone.ends-before-it-begins', { ko: '지정 종료일이 시작일보다 빠릅니다. 지정된 마지막 날을 적어 주세요.', en: 'The designation ends before it begins. Give its last day.' });
    }
    const id = randomUUID();
    await insertZones(tx, context, [{ ...input, id }]);
    return { id, code: input.code };
  },
};
