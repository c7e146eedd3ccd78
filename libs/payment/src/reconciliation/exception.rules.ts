import { daysBetween, type LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import { formatWon, won, type Won } from '#libs/money';
import type { Desk, DeskLine } from '../match/match-desk.service.js';
import type { BalanceBreak } from './balance.rules.js';

export const EXCEPTION_CODES = ['BALANCE_BREAK', 'ROW_REFUSED', 'REVERSAL_UNSETTLED', 'BANK_UNMATCHED', 'DEPOSITOR_NAME_FUZZY', 'RECORD_WITHOUT_LINE', 'WITHDRAWAL_UNMATCHED'] as const;
export type ExceptionCode = (typeof EXCEPTION_CODES)[number];

/** Something that a person has to look at, and since when it waits. */
export interface ReconciliationException {
  readonly code: ExceptionCode;
  readonly on: LocalDate;
  readonly ageDays: number;
  readonly amountWon: Won | null;
  readonly lineId: string | null;
  readonly about: string;
  readonly text: Bilingual;
}

export interface RefusedOnRecord {
  readonly fileName: string;
  readonly rowNo: number | null;
  readonly told: string;
  readonly receivedOn: LocalDate;
}

type Found = Omit<ReconciliationException, 'ageDays'>;

/** What waits for somebody, the gravest first and of each kind the oldest. A withdrawal without a record is no error: telephone and rent are not in these books. */
export function exceptionsOf({ lines, loose }: Desk, breaks: readonly BalanceBreak[], refused: readonly RefusedOnRecord[], period: { readonly from: LocalDate; readonly to: LocalDate }, today: LocalDate): ReconciliationException[] {
  // What a line most likely is, waits for a person to say so and for no line.
  const offered = new Set(lines.flatMap(({ candidates: [best] }) => (best === undefined || best.certainty === 'POSSIBLE' ? [] : best.moves)));
  const found: Found[] = [
    ...breaks.map(brokenBalance),
    ...refused.map(refusedRow),
    ...lines.flatMap(openLine),
    ...loose.filter((move) => move.isRecorded && !offered.has(move) && move.on >= period.from && move.on <= period.to).map((move): Found => ({ code: 'RECORD_WITHOUT_LINE', on: move.on, amountWon: move.amountWon, lineId: null, about: move.label, text: { ko: '장부에는 있으나 은행 거래가 없습니다. 다른 계좌의 거래인지 확인해 주세요.', en: 'It stands in the books, and no line of the bank is it. Check whether it went through another account.' } })),
  ];
  const weight = (code: ExceptionCode): number => EXCEPTION_CODES.indexOf(code);
  return found.map((each) => ({ ...each, ageDays: Math.max(0, daysBetween(each.on, today)) })).sort((one, other) => weight(one.code) - weight(other.code) || other.ageDays - one.ageDays);
}

function brokenBalance({ lineId, on, expectedWon, statedWon }: BalanceBreak): Found {
  const differenceWon = won(statedWon - expectedWon);
  return {
    ...{ code: 'BALANCE_BREAK', on, amountWon: differenceWon, lineId, about: `${formatWon(expectedWon)} → ${formatWon(statedWon)}` },
    text: { ko: `잔액이 이어지지 않습니다(차이 ${formatWon(differenceWon)}원). 빠진 거래가 있는지 그 기간의 거래내역을 다시 올려 주세요.`, en: `The balance does not follow from the one before (off by ${formatWon(differenceWon)} won). A movement may be missing: hand in that period again.` },
  };
}

function refusedRow({ fileName, rowNo, told, receivedOn }: RefusedOnRecord): Found {
  return { code: 'ROW_REFUSED', on: receivedOn, amountWon: null, lineId: null, about: rowNo === null ? fileName : `${fileName} ${rowNo}행`, text: { ko: `읽지 못한 행입니다. ${told}`, en: `A row that could not be read: ${told}` } };
}

function openLine({ line, state, candidates }: DeskLine): Found[] {
  if (state !== 'OPEN' && state !== 'PARTLY') return [];
  const openWon = won(line.openWon);
  const of = { on: line.valueOn, amountWon: openWon, lineId: line.id, about: line.counterparty ?? line.kind ?? line.memo ?? line.reference ?? String(line.rowNo) };
  if (line.isReversal) return [{ ...of, code: 'REVERSAL_UNSETTLED', text: { ko: '은행이 취소한 거래인데 취소된 원래 거래를 찾지 못했습니다. 앞선 기간의 거래내역을 올려 주세요.', en: 'The bank took a movement back that is not on record. Hand in the statement of the time before.' } }];
  const [best] = candidates;
  if (best?.certainty === 'CERTAIN') return [];
  if (best?.certainty === 'LIKELY') return [{ ...of, code: 'DEPOSITOR_NAME_FUZZY', text: { ko: `이름의 글자가 다릅니다. ${best.moves[0]?.counterparty ?? ''}의 거래가 맞는지 확인해 주세요.`, en: `Letters of the name are off. Check that it is ${best.moves[0]?.counterparty ?? ''}.` } }];
  if (openWon > 0n) return [{ ...of, code: 'BANK_UNMATCHED', text: { ko: '무엇의 입금인지 알 수 없습니다. 입금자에게 확인해 기록과 연결하거나 사유를 적어 주세요.', en: 'Nobody knows what this deposit is. Ask the payer, then match it or say what it was.' } }];
  return [{ ...of, code: 'WITHDRAWAL_UNMATCHED', text: { ko: '장부에 기록이 없는 출금입니다. 사무비용이면 사유를 적어 주세요.', en: 'The books have no record of this withdrawal. If it is an office expense, say so.' } }];
}
