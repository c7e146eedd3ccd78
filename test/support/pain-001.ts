import { parseXml } from '#libs/sheet';

/**
 * The rules of the official schema of pain.001.001.09 (ISO 20022, CustomerCreditTransferInitiationV09), restated for every element that
 * a Korean credit transfer may use and all of its neighbours: order, how often, choices, and what a value may look like. An element
 * that is not listed here is not one of the schema's at that place, or one that no run writes; either is a fault.
 */
type Content = string | { readonly sequence: readonly Particle[] } | { readonly choice: readonly Particle[] };
type Particle = readonly [name: string, type: string, least?: number, most?: number];

const MANY = Number.POSITIVE_INFINITY;
const optional = (name: string, type: string, most = 1): Particle => [name, type, 0, most];

const TYPES: Readonly<Record<string, Content>> = {
  Document: { sequence: [['CstmrCdtTrfInitn', 'Initiation']] },
  Initiation: { sequence: [['GrpHdr', 'GroupHeader'], ['PmtInf', 'Payment', 1, MANY]] },
  GroupHeader: { sequence: [['MsgId', 'Max35'], ['CreDtTm', 'DateTime'], ['NbOfTxs', 'Count'], optional('CtrlSum', 'Decimal17'), ['InitgPty', 'Party'], optional('FwdgAgt', 'Agent')] },
  Payment: {
    sequence: [
      ...([['PmtInfId', 'Max35'], ['PmtMtd', 'Method'], optional('BtchBookg', 'Boolean'), optional('NbOfTxs', 'Count'), optional('CtrlSum', 'Decimal17')] as const),
      ...([['ReqdExctnDt', 'DateChoice'], optional('PoolgAdjstmntDt', 'Date'), ['Dbtr', 'Party'], ['DbtrAcct', 'Account'], ['DbtrAgt', 'Agent'], optional('DbtrAgtAcct', 'Account')] as const),
      ...([optional('InstrForDbtrAgt', 'Max140'), optional('UltmtDbtr', 'Party'), optional('ChrgBr', 'Bearer'), ['CdtTrfTxInf', 'Transfer', 1, MANY]] as const),
    ],
  },
  Transfer: {
    sequence: [
      ...([['PmtId', 'Identification'], ['Amt', 'Amount'], optional('ChrgBr', 'Bearer'), optional('UltmtDbtr', 'Party'), optional('CdtrAgt', 'Agent'), optional('CdtrAgtAcct', 'Account')] as const),
      ...([optional('Cdtr', 'Party'), optional('CdtrAcct', 'Account'), optional('UltmtCdtr', 'Party'), optional('RmtInf', 'Remittance')] as const),
    ],
  },
  Identification: { sequence: [optional('InstrId', 'Max35'), ['EndToEndId', 'Max35'], optional('UETR', 'Uuid')] },
  Amount: { choice: [['InstdAmt', 'CurrencyAmount']] },
  Party: { sequence: [optional('Nm', 'Max140'), optional('PstlAdr', 'Address'), optional('Id', 'PartyId'), optional('CtryOfRes', 'Country')] },
  PartyId: { choice: [['OrgId', 'Organisation']] },
  Organisation: { sequence: [optional('AnyBIC', 'Bic'), optional('LEI', 'Lei'), optional('Othr', 'OtherId', MANY)] },
  OtherId: { sequence: [['Id', 'Max35'], optional('SchmeNm', 'Scheme'), optional('Issr', 'Max35')] },
  Scheme: { choice: [['Cd', 'Max4'], ['Prtry', 'Max35']] },
  Address: {
    sequence: [
      ...([optional('Dept', 'Max70'), optional('SubDept', 'Max70'), optional('StrtNm', 'Max70'), optional('BldgNb', 'Max16'), optional('BldgNm', 'Max35'), optional('Flr', 'Max70')] as const),
      ...([optional('PstBx', 'Max16'), optional('Room', 'Max70'), optional('PstCd', 'Max16'), optional('TwnNm', 'Max35'), optional('TwnLctnNm', 'Max35'), optional('DstrctNm', 'Max35')] as const),
      ...([optional('CtrySubDvsn', 'Max35'), optional('Ctry', 'Country'), optional('AdrLine', 'Max70', 7)] as const),
    ],
  },
  Account: { sequence: [['Id', 'AccountId'], optional('Ccy', 'Currency'), optional('Nm', 'Max70')] },
  AccountId: { choice: [['IBAN', 'Iban'], ['Othr', 'GenericAccount']] },
  GenericAccount: { sequence: [['Id', 'Max34'], optional('Issr', 'Max35')] },
  Agent: { sequence: [['FinInstnId', 'Institution']] },
  Institution: { sequence: [optional('BICFI', 'Bic'), optional('ClrSysMmbId', 'Member'), optional('LEI', 'Lei'), optional('Nm', 'Max140'), optional('PstlAdr', 'Address')] },
  Member: { sequence: [optional('ClrSysId', 'ClearingSystem'), ['MmbId', 'Max35']] },
  ClearingSystem: { choice: [['Cd', 'Max5'], ['Prtry', 'Max35']] },
  DateChoice: { choice: [['Dt', 'Date'], ['DtTm', 'DateTime']] },
  Remittance: { sequence: [optional('Ustrd', 'Max140', MANY)] },
};

const text = (most: number): ((value: string) => boolean) => (value) => value !== '' && [...value].length <= most;
const like = (pattern: RegExp): ((value: string) => boolean) => (value) => pattern.test(value);
const decimal = (total: number, fraction: number): ((value: string) => boolean) => (value) => {
  const [, whole = '', part = ''] = /^(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  return whole !== '' && part.length <= fraction && whole.replace(/^0+/, '').length + part.length <= total;
};

const VALUES: Readonly<Record<string, (value: string) => boolean>> = {
  ...{ Max4: text(4), Max5: text(5), Max16: text(16), Max34: text(34), Max35: text(35), Max70: text(70), Max140: text(140) },
  ...{ Count: like(/^[0-9]{1,15}$/), Decimal17: decimal(18, 17), CurrencyAmount: decimal(18, 5), Boolean: like(/^(true|false|1|0)$/) },
  ...{ Method: like(/^(CHK|TRF|TRA)$/), Bearer: like(/^(DEBT|CRED|SHAR|SLEV)$/), Country: like(/^[A-Z]{2}$/), Currency: like(/^[A-Z]{3}$/) },
  Date: (value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && new Date(`${value}T00:00:00Z`).toISOString().startsWith(value),
  DateTime: (value) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/.test(value) && !Number.isNaN(Date.parse(value)),
  Uuid: like(/^[a-f0-9]{8}-[a-f0-9]{4}-4[a-f0-9]{3}-[89ab][a-f0-9]{3}-[a-f0-9]{12}$/),
  Bic: like(/^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/),
  Lei: like(/^[A-Z0-9]{18}[0-9]{2}$/),
  Iban: like(/^[A-Z]{2}[0-9]{2}[a-zA-Z0-9]{1,30}$/),
};

export interface PainElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: PainElement[];
  text: string;
}

/** The elements of a message. */
export async function elementsOf(content: Buffer): Promise<PainElement> {
  const open: PainElement[] = [{ name: '', attributes: {}, children: [], text: '' }];
  await parseXml(content, {
    open: (name, attributes) => {
      const element: PainElement = { name, attributes, children: [], text: '' };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    close: () => void open.pop(),
    text: (part) => {
      const element = open.at(-1);
      if (element !== undefined) element.text += part;
    },
  });
  const root = open[0]?.children[0];
  if (root === undefined) throw new Error('the message is empty');
  return root;
}

/** What is wrong with a message by the schema, and by the rules of the message that a schema cannot say (sums, unique references). */
export async function faultsOfPain001(content: Buffer): Promise<string[]> {
  const root = await elementsOf(content);
  const namespace = root.attributes.xmlns === 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09' ? [] : ['/Document: another namespace'];
  if (root.name !== 'Document') return ['/: the root is not Document'];
  const faults = [...namespace, ...faultsOf(root, 'Document', '/Document')];
  return faults.length > 0 ? faults : faultsOfSums(root);
}

function faultsOf(element: PainElement, type: string, path: string): string[] {
  const content = TYPES[type];
  if (content === undefined || typeof content === 'string') return faultsOfValue(element, type, path);
  const blank = element.text.trim() === '' ? [] : [`${path}: text where elements belong`];
  const particles = 'choice' in content ? content.choice : content.sequence;
  const order = 'choice' in content ? faultsOfChoice(element, path) : faultsOfSequence(element, particles, path);
  const inside = element.children.flatMap((child) => {
    const particle = particles.find(([name]) => name === child.name);
    return particle === undefined ? [`${path}/${child.name}: not an element here`] : faultsOf(child, particle[1], `${path}/${child.name}`);
  });
  return [...blank, ...order, ...inside];
}

function faultsOfValue({ children, text: value, attributes }: PainElement, type: string, path: string): string[] {
  const inCurrency = type !== 'CurrencyAmount' || /^[A-Z]{3}$/.test(attributes.Ccy ?? '');
  const fits = children.length === 0 && inCurrency && VALUES[type]?.(value) === true;
  return fits ? [] : [`${path}: '${value}' is no ${type}`];
}

const faultsOfChoice = ({ children }: PainElement, path: string): string[] => (children.length === 1 ? [] : [`${path}: one of a choice, not ${children.length}`]);

function faultsOfSequence({ children }: PainElement, particles: readonly Particle[], path: string): string[] {
  const places = children.map(({ name }) => particles.findIndex(([each]) => each === name));
  const inOrder = places.every((place, index) => index === 0 || place >= (places[index - 1] ?? 0));
  const counts = particles.flatMap(([name, , least = 1, most = 1]) => {
    const count = children.filter((child) => child.name === name).length;
    return count >= least && count <= most ? [] : [`${path}/${name}: ${count} times`];
  });
  return [...(inOrder ? [] : [`${path}: out of order`]), ...counts];
}

export const elementsAt = (element: PainElement, ...path: string[]): PainElement[] => path.reduce((found, name) => found.flatMap(({ children }) => children.filter((child) => child.name === name)), [element]);

function faultsOfSums(root: PainElement): string[] {
  const transfers = elementsAt(root, 'CstmrCdtTrfInitn', 'PmtInf', 'CdtTrfTxInf');
  const total = transfers.reduce((sum, each) => sum + BigInt(elementsAt(each, 'Amt', 'InstdAmt')[0]?.text ?? '0'), 0n).toString();
  const references = transfers.map((each) => elementsAt(each, 'PmtId', 'EndToEndId')[0]?.text);
  const stated = [['GrpHdr', 'NbOfTxs', String(transfers.length)], ['GrpHdr', 'CtrlSum', total], ['PmtInf', 'NbOfTxs', String(transfers.length)], ['PmtInf', 'CtrlSum', total]] as const;
  return [
    ...stated.flatMap(([part, name, value]) => (elementsAt(root, 'CstmrCdtTrfInitn', part, name)[0]?.text === value ? [] : [`${part}/${name}: not ${value}`])),
    ...(new Set(references).size === references.length ? [] : ['EndToEndId: used twice']),
  ];
}
