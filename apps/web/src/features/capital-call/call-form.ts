import { useTranslation } from 'react-i18next';
import type { IssueCapitalCall } from '../../api/types.js';
import type { Fault } from '../../design/form/faults.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { parseWonInput } from '../../format/won-input.js';
import { typedText } from '../approval/redraft-input.js';
import type { Redraft } from '../approval/redraft.js';

/** A call as it is typed; every field is text. */
export interface CallForm {
  amountWon: string;
  kind: NonNullable<IssueCapitalCall['kind']>;
  purposeCode: NonNullable<IssueCapitalCall['purposeCode']>;
  purpose: string;
  contact: string;
  noticeOn: string;
  dueOn: string;
}

export const CALL_KINDS = ['ON_DEMAND', 'INSTALMENT', 'LUMP_SUM'] as const;
export const CALL_PURPOSES = ['INVESTMENT', 'MANAGEMENT_FEE', 'EXPENSE', 'MIXED', 'OTHER'] as const;

/** Blank, or as an earlier version of the same request was typed. */
export function startingCall(redraft: Redraft | null): CallForm {
  const usual = { kind: 'ON_DEMAND', purposeCode: 'INVESTMENT' } as const;
  if (redraft === null) return { ...usual, amountWon: '', purpose: '', contact: '', noticeOn: todayInSeoul(), dueOn: '' };
  const text = (key: string): string => typedText(redraft.input, key);
  const kind = CALL_KINDS.find((each) => each === text('kind')) ?? usual.kind;
  const purposeCode = CALL_PURPOSES.find((each) => each === text('purposeCode')) ?? usual.purposeCode;
  return { kind, purposeCode, amountWon: formatWon(text('amountWon')), purpose: text('purpose'), contact: text('contact'), noticeOn: text('noticeOn'), dueOn: text('dueOn') };
}

/** What was typed as the server takes it, and what is missing. */
export function useCall({ amountWon, kind, purposeCode, purpose, contact, noticeOn, dueOn }: CallForm): { body: IssueCapitalCall; found: Fault[] } {
  const { t } = useTranslation();
  const amount = parseWonInput(amountWon);
  const [notice, due] = [parseDateInput(noticeOn), parseDateInput(dueOn)];
  const found: Fault[] = [];
  if (!amount.ok || amount.amount === 0n) found.push({ pointer: '/amountWon', text: t('capitalCall.missingAmount') });
  if (purpose.trim() === '') found.push({ pointer: '/purpose', text: t('capitalCall.missingPurpose') });
  if (notice === null) found.push({ pointer: '/noticeOn', text: t('capitalCall.missingDate') });
  if (due === null) found.push({ pointer: '/dueOn', text: t('capitalCall.missingDate') });
  const words = { purpose: purpose.trim(), ...(contact.trim() === '' ? {} : { contact: contact.trim() }) };
  return { body: { amountWon: amount.ok ? amount.amount.toString() : '', kind, purposeCode, ...words, noticeOn: notice ?? '', dueOn: due ?? '' }, found };
}
