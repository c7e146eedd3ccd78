import { createHash, randomUUID } from 'node:crypto';
import { yearOf } from '#libs/calendar';
import { canonicalJson, type Command, type CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError } from '#libs/errors';
import { REPORTS } from '../report/report.registry.js';
import { draftOf } from '../report/report.service.js';
import type { ReportDraft } from '../report/report.js';
import { findValid, getIssue, nextOrdinal } from './issue.query.js';
import { insertIssue, insertIssueFiles, insertWithdrawal, lockIssue } from './issue.store.js';
import type { Issue, IssuedReport, IssueReport, PrintReport, ReissueReport, WithdrawReport } from './issue.js';
import { codeOf } from './slip.js';

/** `report.issue`: gives a report its number. What was previewed and signed is what is issued: the data must still have that fingerprint. */
export const issueReport: Command<IssueReport, IssuedReport> = {
  name: 'report.issue',
  async execute(tx, context, input) {
    const { meta } = await draftAsSigned(tx, input);
    const { letter } = REPORTS[input.kind];
    const year = yearOf(context.today);
    const place = { letter, year, ordinal: await nextOrdinal(tx, letter, year), version: 1 };
    requireNew(await findValid(tx, input));
    return write(tx, context, { ...place, replaces: null, changesSha256: null }, input, meta);
  },
};

/** `report.reissue`: the next version under the same number, with what is different; the one before is replaced. */
export const reissueReport: Command<ReissueReport, IssuedReport> = {
  name: 'report.reissue',
  async execute(tx, context, { issueId, changesSha256, ...input }) {
    await lockIssue(tx, issueId);
    const before = await getIssue(tx, issueId);
    requireValid(before);
    const { meta } = await draftAsSigned(tx, input);
    if (before.dataSha256 === input.dataSha256) throw nothingChanged();
    const { letter, year, ordinal, version } = before;
    return write(tx, context, { letter, year, ordinal, version: version + 1, replaces: before.id, changesSha256 }, input, meta);
  },
};

/** `report.withdraw`: the paper holds no longer, and nothing takes its place under this number. */
export const withdrawReport: Command<WithdrawReport, { readonly id: string }> = {
  name: 'report.withdraw',
  async execute(tx, context, { issueId, reason }) {
    await lockIssue(tx, issueId);
    requireValid(await getIssue(tx, issueId));
    await insertWithdrawal(tx, context, issueId, reason);
    context.announce('report.changed', { issueId });
    return { id: issueId };
  },
};

/** `report.print`: what the program made of an issue, once; from here on those bytes are the report. */
export const printReport: Command<PrintReport, { readonly id: string }> = {
  name: 'report.print',
  async execute(tx, context, { issueId, files }) {
    await lockIssue(tx, issueId);
    await insertIssueFiles(tx, context, issueId, files);
    context.announce('report.changed', { issueId });
    return { id: issueId };
  },
};

export const REPORT_COMMANDS = [issueReport, reissueReport, withdrawReport, printReport] as const;

type Place = Pick<Issue, 'letter' | 'year' | 'ordinal' | 'version' | 'replaces' | 'changesSha256'>;

async function write(tx: Tx, context: CommandContext, place: Place, input: IssueReport, meta: ReportDraft['meta']): Promise<IssuedReport> {
  const id = randomUUID();
  const code = codeOf(id);
  await insertIssue(tx, context, { ...place, id, code, input, meta });
  context.announce('report.changed', { issueId: id });
  return { id, number: (await getIssue(tx, id)).number, version: place.version, code, dataSha256: input.dataSha256 };
}

/** Reads the report again; throws `report.changed-since-draft` where it is no longer the one that was previewed. */
async function draftAsSigned(tx: Tx, { kind, subjectId, asOf, knownBefore, dataSha256 }: IssueReport): Promise<ReportDraft> {
  const draft = await draftOf(tx, kind, subjectId, { asOf, knownBefore });
  if (createHash('sha256').update(canonicalJson(draft)).digest('hex') === dataSha256) return draft;
  throw new DomainError('conflict', 'report.changed-since-draft', {
    ko: '미리보기 이후 보고서의 자료가 달라졌습니다. 미리보기를 다시 열어 확인한 뒤 발급해 주세요.',
    en: 'The data of the report is no longer what was previewed. Open the preview again, check it, and issue that.',
  });
}

/** The same report of the same day holds under one number; what became known since is its next version. */
function requireNew(holding: { readonly number: string } | null): void {
  if (holding === null) return;
  throw new DomainError('conflict', 'report.issued-already', {
    ko: `같은 기준일의 보고서가 ${holding.number}(으)로 이미 발급되어 유효합니다. 달라진 내용이 있으면 그 보고서의 새 판을 발급해 주세요.`,
    en: `The report as of this day was issued as ${holding.number} and holds. Where something is different, issue its next version.`,
  });
}

function requireValid({ number, version, status }: Issue): void {
  if (status === 'VALID') return;
  throw new DomainError('conflict', 'report.not-valid', {
    ko: `${number} 제${version}판은 이미 ${status === 'REPLACED' ? '새 판으로 대체' : '취소'}되었습니다. 목록에서 유효한 판을 확인해 주세요.`,
    en: `${number} version ${version} was ${status === 'REPLACED' ? 'replaced' : 'withdrawn'} already. Look for the version that holds in the list.`,
  });
}

const nothingChanged = (): DomainError =>
  new DomainError('conflict', 'report.nothing-changed', {
    ko: '앞선 판과 자료가 같습니다. 기준일이나 자료 반영 시점이 다를 때만 새 판을 발급할 수 있습니다.',
    en: 'The data is the same as in the version before. A new version needs another date, or something that became known since.',
  });
