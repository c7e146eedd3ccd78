import { isLocalDate, localDate, seoulDateOf, type LocalDate } from '#libs/calendar';
import { DomainError, invalidField } from '#libs/errors';
import type { AnswerLine, AnswerStatus, BankAnswer } from './answer.js';
import { allAt, readXmlTree, textAt, type XmlElement } from './xml-tree.js';

/** ISO 20022 external payment transaction status codes, as far as they end a transfer or leave it under way. */
const STATUS: Readonly<Record<string, AnswerStatus>> = {
  ...{ ACSC: 'PAID', ACCC: 'PAID' },
  ...{ RJCT: 'REJECTED', CANC: 'REJECTED' },
  ...{ ACTC: 'PENDING', ACCP: 'PENDING', ACSP: 'PENDING', ACWC: 'PENDING', PDNG: 'PENDING', RCVD: 'PENDING', PART: 'PENDING', ACFC: 'PENDING' },
};

/** Reads what a bank answered: a status report (pain.002) or a notice of movements (camt.054). Throws `payment-answer.…`, at `/content`, for anything else. */
export async function readBankAnswer(content: string): Promise<BankAnswer> {
  const root = await readXmlTree(content).catch((error: unknown) => {
    throw invalidField('/content', 'payment-answer.not-xml', { ko: 'XML로 읽을 수 없는 파일입니다. 은행에서 받은 그대로의 파일을 올려 주세요.', en: `This cannot be read as XML (${error instanceof Error ? error.message : 'unknown'}). Hand in the file as the bank gave it.` });
  });
  const report = allAt(root, 'CstmrPmtStsRpt')[0];
  if (report !== undefined) return statusReport(report);
  const notice = allAt(root, 'BkToCstmrDbtCdtNtfctn')[0];
  if (notice !== undefined) return movementNotice(notice);
  throw invalidField('/content', 'payment-answer.unknown-message', { ko: '은행의 처리결과(pain.002) 또는 입출금 통지(camt.054) 메시지가 아닙니다.', en: 'This is neither a status report (pain.002) nor a notice of movements (camt.054).' });
}

function statusReport(report: XmlElement): BankAnswer {
  const createdOn = dayOf(textAt(report, 'GrpHdr', 'CreDtTm'));
  const group = allAt(report, 'OrgnlGrpInfAndSts')[0];
  const groupStatus = group === undefined ? null : textAt(group, 'GrpSts');
  return {
    kind: 'PAIN_002',
    messageId: required(textAt(report, 'GrpHdr', 'MsgId'), 'GrpHdr/MsgId'),
    originalMessageId: group === undefined ? null : textAt(group, 'OrgnlMsgId'),
    groupStatus: groupStatus === null ? null : statusOf(groupStatus),
    createdOn: required(createdOn, 'GrpHdr/CreDtTm'),
    lines: allAt(report, 'OrgnlPmtInfAndSts', 'TxInfAndSts').map(statusLine),
  };
}

function statusLine(transaction: XmlElement): AnswerLine {
  return {
    endToEndId: required(textAt(transaction, 'OrgnlEndToEndId'), 'TxInfAndSts/OrgnlEndToEndId'),
    status: statusOf(required(textAt(transaction, 'TxSts'), 'TxInfAndSts/TxSts')),
    happenedOn: dayOf(textAt(transaction, 'FctvIntrBkSttlmDt', 'Dt') ?? textAt(transaction, 'AccptncDtTm')),
    amountWon: amountOf(allAt(transaction, 'OrgnlTxRef', 'Amt', 'InstdAmt')[0]),
    bankReference: textAt(transaction, 'AcctSvcrRef') ?? textAt(transaction, 'StsId'),
    reasonCode: reasonCode(textAt(transaction, 'StsRsnInf', 'Rsn', 'Cd')),
    reason: textAt(transaction, 'StsRsnInf', 'AddtlInf') ?? textAt(transaction, 'StsRsnInf', 'Rsn', 'Prtry'),
  };
}

function movementNotice(notice: XmlElement): BankAnswer {
  const entries = allAt(notice, 'Ntfctn', 'Ntry');
  return {
    kind: 'CAMT_054',
    messageId: required(textAt(notice, 'GrpHdr', 'MsgId'), 'GrpHdr/MsgId'),
    originalMessageId: null,
    groupStatus: null,
    createdOn: required(dayOf(textAt(notice, 'GrpHdr', 'CreDtTm')), 'GrpHdr/CreDtTm'),
    lines: entries.flatMap((entry) => allAt(entry, 'NtryDtls', 'TxDtls').flatMap((detail) => movementLine(entry, detail))),
  };
}

/** What is no transfer of ours (no `EndToEndId`) is not for us to read. */
function movementLine(entry: XmlElement, detail: XmlElement): AnswerLine[] {
  const endToEndId = textAt(detail, 'Refs', 'EndToEndId');
  if (endToEndId === null || endToEndId === 'NOTPROVIDED') return [];
  const isBooked = (textAt(entry, 'Sts', 'Cd') ?? textAt(entry, 'Sts')) === 'BOOK';
  const isCredit = (textAt(detail, 'CdtDbtInd') ?? textAt(entry, 'CdtDbtInd')) === 'CRDT';
  const isReturn = allAt(detail, 'RtrInf').length > 0;
  // Money that comes in under our reference and is no return is somebody else's payment that quotes us.
  if (isCredit !== isReturn) return [];
  return [{
    endToEndId,
    status: !isBooked ? 'PENDING' : isReturn ? 'RETURNED' : 'PAID',
    happenedOn: dayOf(textAt(entry, 'BookgDt', 'Dt') ?? textAt(entry, 'BookgDt', 'DtTm')),
    amountWon: amountOf(allAt(detail, 'Amt')[0] ?? allAt(entry, 'Amt')[0]),
    bankReference: textAt(detail, 'Refs', 'AcctSvcrRef') ?? textAt(entry, 'AcctSvcrRef'),
    reasonCode: reasonCode(textAt(detail, 'RtrInf', 'Rsn', 'Cd')),
    reason: textAt(detail, 'RtrInf', 'AddtlInf') ?? textAt(detail, 'RtrInf', 'Rsn', 'Prtry'),
  }];
}

function statusOf(code: string): AnswerStatus {
  const status = STATUS[code];
  if (status !== undefined) return status;
  throw invalidField('/content', 'payment-answer.unknown-status', { ko: `알 수 없는 처리상태 코드입니다: ${code.slice(0, 10)}. 은행에 확인해 주세요.`, en: `The status code ${code.slice(0, 10)} is unknown. Ask the bank.` });
}

/** Won are whole: any other currency or a fraction is another payment. */
function amountOf(element: XmlElement | undefined): string | null {
  if (element === undefined) return null;
  const digits = /^(\d{1,16})(?:\.0+)?$/.exec(element.text.trim())?.[1];
  if (digits !== undefined && element.attributes.Ccy === 'KRW') return BigInt(digits).toString();
  throw invalidField('/content', 'payment-answer.not-won', { ko: `원화 금액이 아닙니다: ${element.text.trim().slice(0, 30)} ${element.attributes.Ccy ?? ''}`, en: `This is no amount in won: ${element.text.trim().slice(0, 30)} ${element.attributes.Ccy ?? ''}` });
}

/** A date, or the day in Seoul of an instant; an instant without an offset is the bank's own clock. */
function dayOf(text: string | null): LocalDate | null {
  if (text === null) return null;
  const day = text.slice(0, 10);
  const hasOffset = /T.*(Z|[+-]\d{2}:\d{2})$/.test(text);
  const instant = hasOffset ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(instant)) return seoulDateOf(new Date(instant));
  return isLocalDate(day) ? localDate(day) : null;
}

function reasonCode(code: string | null): string | null {
  return code !== null && /^[A-Z0-9]{4}$/.test(code) ? code : null;
}

function required<T>(value: T | null, place: string): T {
  if (value !== null) return value;
  throw new DomainError('invalid', 'payment-answer.incomplete', { ko: `메시지에 ${place} 항목이 없습니다.`, en: `The message lacks ${place}.` }, {
    faults: [{ pointer: '/content', code: 'payment-answer.incomplete', text: { ko: `${place} 항목이 없습니다.`, en: `${place} is missing.` } }],
  });
}
