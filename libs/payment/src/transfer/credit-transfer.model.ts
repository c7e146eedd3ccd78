import { cleanText } from '#libs/identifier';
import type { PostalAddress } from '#libs/party';
import { endToEndIdOf, messageIdOf } from './reference.js';
import { totalOf, type Transfer, type TransferOrder } from './transfer.js';

const NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09';
/** Korea has no code in the external list of clearing systems: the clearing institute names it itself. */
const CLEARING = 'KFTC';

type Node = readonly [name: string, content: string | readonly Node[], attributes?: string];

/**
 * A run as ISO 20022 customer credit transfer initiation, pain.001.001.09, UTF-8. Addresses are structured; of a payee whose address
 * nobody recorded none is given, for half an address is refused by banks and an unstructured one is not allowed any more.
 */
export function creditTransferMessage(order: TransferOrder): Buffer {
  const document: Node = ['Document', [['CstmrCdtTrfInitn', [groupHeader(order), payment(order)]]], ` xmlns="${NAMESPACE}"`];
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${written(document, 0)}`, 'utf8');
}

function groupHeader(order: TransferOrder): Node {
  return ['GrpHdr', [
    ['MsgId', messageIdOf(order.runNumber)],
    ['CreDtTm', `${order.releasedAt.toISOString().slice(0, 19)}Z`],
    ['NbOfTxs', String(order.transfers.length)],
    ['CtrlSum', totalOf(order).toString()],
    ['InitgPty', identified(order.payer.name, order.payer.businessNumber)],
  ]];
}

function payment(order: TransferOrder): Node {
  const { payer } = order;
  return ['PmtInf', [
    ['PmtInfId', `${messageIdOf(order.runNumber)}-1`],
    ['PmtMtd', 'TRF'],
    ['BtchBookg', 'false'],
    ['NbOfTxs', String(order.transfers.length)],
    ['CtrlSum', totalOf(order).toString()],
    ['ReqdExctnDt', [['Dt', order.executeOn]]],
    ['Dbtr', identified(payer.name, payer.businessNumber, payer.address)],
    ['DbtrAcct', [...accountOf(payer.account), ['Ccy', 'KRW']]],
    ['DbtrAgt', bankOf(payer.bankCode)],
    ...order.transfers.map((transfer) => transaction(order.runNumber, transfer)),
  ]];
}

function transaction(runNumber: string, transfer: Transfer): Node {
  const reference = endToEndIdOf(runNumber, transfer.lineNo);
  return ['CdtTrfTxInf', [
    ['PmtId', [['InstrId', reference], ['EndToEndId', reference]]],
    ['Amt', [['InstdAmt', transfer.amountWon.toString(), ' Ccy="KRW"']]],
    ['CdtrAgt', bankOf(transfer.bankCode)],
    ['Cdtr', identified(transfer.payee, transfer.businessNumber, transfer.address)],
    ['CdtrAcct', [...accountOf(transfer.account), ['Nm', shortened(transfer.holder, 70)]]],
    ['RmtInf', [['Ustrd', shortened(transfer.purpose, 140)]]],
  ]];
}

/** A name, an address where there is one, and the business number as the tax identification that it is. */
function identified(name: string, businessNumber: string | null, place: PostalAddress | null = null): readonly Node[] {
  const number: readonly Node[] = businessNumber === null ? [] : [['Id', [['OrgId', [['Othr', [['Id', businessNumber], ['SchmeNm', [['Cd', 'TXID']]]]]]]]]];
  return [['Nm', shortened(name, 140)], ...(place === null ? [] : [address(place)]), ...number];
}

function address({ street, building, postCode, town, country }: PostalAddress): Node {
  const number: readonly Node[] = building === null ? [] : [['BldgNb', shortened(building, 16)]];
  return ['PstlAdr', [['StrtNm', shortened(street, 70)], ...number, ['PstCd', shortened(postCode, 16)], ['TwnNm', shortened(town, 35)], ['Ctry', country]]];
}

const accountOf = (number: string): readonly Node[] => [['Id', [['Othr', [['Id', number]]]]]];

const bankOf = (bankCode: string): readonly Node[] => [['FinInstnId', [['ClrSysMmbId', [['ClrSysId', [['Prtry', CLEARING]]], ['MmbId', bankCode]]]]]];

/** At most so many letters: a letter outside of the basic plane counts as one and is not cut in half. */
const shortened = (text: string, letters: number): string => [...cleanText(text)].slice(0, letters).join('').trimEnd();

function written([name, content, attributes = '']: Node, depth: number): string {
  const indent = '  '.repeat(depth);
  if (typeof content === 'string') return `${indent}<${name}${attributes}>${escaped(content)}</${name}>\n`;
  return `${indent}<${name}${attributes}>\n${content.map((node) => written(node, depth + 1)).join('')}${indent}</${name}>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (letter) => ENTITIES[letter] ?? '');
}
