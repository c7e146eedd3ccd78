import { formatWon, won } from '#libs/money';
import type { RowRemark } from './verdict.js';
import { remark, type RemarkPlace } from './remark.js';

type Content = string | bigint | number | boolean | null;

/** One thing that a row says and the record says as well. */
interface Statement {
  readonly place: RemarkPlace;
  /** An empty cell says nothing and contradicts nothing. */
  readonly stated: Content;
  readonly recorded: Content;
}

/**
 * The refusal of a row that contradicts the record; null when everything it says is on record. Notes are no part of it:
 * nothing rests on them.
 */
export function differsFromRecord(statements: readonly Statement[]): RowRemark | null {
  const differing = statements.filter(({ stated, recorded }) => stated !== null && stated !== '' && !agree(stated, recorded));
  const first = differing[0];
  if (first === undefined) return null;
  const list = differing.map(({ place, stated, recorded }) => `${place.column ?? ''}: ${shown(recorded)} → ${shown(stated)}`).join('; ');
  return remark(
    'DIFFERS_FROM_RECORD',
    first.place,
    { ko: `이미 기록된 내용과 다릅니다(기록 → 파일). ${list}`, en: `Differs from what is on record (record → file). ${list}` },
    {
      ko: '가져오기는 기록을 덮어쓰지 않습니다. 프로그램에서 해당 기록을 정정(취소·판정)하거나 파일을 기록에 맞추십시오.',
      en: 'Imports never overwrite: correct it in the program (void, decide), or make the file agree with the record.',
    },
  );
}

function agree(stated: Content, recorded: Content): boolean {
  return typeof stated === 'string' && typeof recorded === 'string' ? comparable(stated) === comparable(recorded) : stated === recorded;
}

/** Texts as compared: NFKC, without spaces. */
const comparable = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');

function shown(content: Content): string {
  if (content === null || content === '') return '-';
  return typeof content === 'bigint' ? formatWon(won(content)) : String(content);
}
