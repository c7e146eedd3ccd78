import type { Tx } from '#libs/database';
import type { Progress } from '#libs/http';
import type { ReportChanges } from '../change/change.js';
import { findPrintFailure } from '../press/press.query.js';
import { getIssue, listHands, listIssueFiles, listVersions } from './issue.query.js';
import type { ReportIssueDetailDto, ReportIssueDto } from './issue.dto.js';
import type { Issue } from './issue.js';

/** A version as the contract shows it. */
export function viewIssue({ titleKo, titleEn, changedAt, ...issue }: Issue): ReportIssueDto {
  const { id, number, version, status, kind, subjectId, subjectNumber, subjectName, asOf, knownBefore, reason, ruleVersion, code, dataSha256, issuedAt, issuedBy, withdrawnReason } = issue;
  const shown = { id, number, version, status, kind, subjectId, subjectNumber, subjectName, asOf, knownBefore, reason, ruleVersion, code, dataSha256, issuedAt, issuedBy, withdrawnReason };
  return { ...shown, title: { ko: titleKo, en: titleEn }, endedAt: status === 'VALID' ? null : changedAt };
}

/** What an issue is shown with that the database does not tell. */
interface Beside {
  readonly changesOf: (issue: Issue) => Promise<ReportChanges | null>;
  readonly progressOf: (issueId: string) => Progress | null;
}

/** A version with its files, its hands and the versions around it. */
export async function viewIssueDetail(tx: Tx, id: string, { changesOf, progressOf }: Beside): Promise<ReportIssueDetailDto> {
  const issue = await getIssue(tx, id);
  const files = (await listIssueFiles(tx, id)).map(({ signerFingerprint: _fingerprint, ...file }) => file);
  const versions = (await listVersions(tx, issue.number)).map(viewIssue);
  const printing = files.length > 0 ? null : progressOf(id);
  return { ...viewIssue(issue), files, hands: await listHands(tx, id), versions, changes: await changesOf(issue), printFailure: await findPrintFailure(tx, id), printing };
}
