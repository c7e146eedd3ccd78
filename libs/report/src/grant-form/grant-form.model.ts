import type { DecidedForm, ProjectForm } from '#libs/grant';
import { both, dateText, wonText } from '../report/report-text.js';
import type { ReportBlock, ReportDraft, ReportSection, ReportVerdict } from '../report/report.js';
import { headFacts, yearsTable } from './form-head.model.js';
import { disallowedBlock, interestTable, noticeTable, returnTable, workingText } from './form-return.model.js';
import { requireFormToTie, requireProjectToTie } from './form-totals.rules.js';
import { useTable } from './form-use.model.js';
import type { FormFacts } from './grant-form.js';
import { projectBlocks } from './project-form.model.js';
import { REGIME_WORDS } from './regime-words.data.js';

/** It names people and amounts; it is for the office until somebody discloses it. */
const SECURITY_MARK = '대외비';

/**
 * Form 7 (국가연구개발혁신법 시행규칙 별지 제7호서식) of one institution and stage as it was decided; with the table of the project
 * where the institution leads it. Pure: the same form gives the same paper. Throws `InvariantError` unless it adds up.
 */
export function grantFormModel({ form, project, asOf, knownBefore }: FormFacts): ReportDraft {
  requireFormToTie(form);
  if (project !== null) for (const each of project.institutions) requireFormToTie(each);
  if (project !== null) requireProjectToTie(project);
  const words = REGIME_WORDS[form.header.regime];
  return {
    meta: {
      title: words.form,
      subjectNumber: form.number,
      subjectName: `${form.header.institutionName} · ${form.header.agreementNumber}`,
      issuer: form.header.agency,
      asOf,
      knownBefore: knownBefore.toISOString(),
      ruleVersion: form.clauses.recovery,
      securityMark: SECURITY_MARK,
    },
    verdict: verdictOf(form),
    sections: [...formSections(form), ...(project === null ? [] : [projectSection(project)]), proofSection(form)],
    list: { fileName: 'form-lines.csv', title: `${words.money} 사용실적`, sectionId: 'use', index: 0 },
  };
}

function verdictOf({ returns, version, decidedOn }: DecidedForm): ReportVerdict {
  const [total, notice] = [wonText(returns.totalWon), wonText(returns.noticeWon)];
  return {
    code: 'SETTLED',
    title: both('정산 결정', 'Settled'),
    text: both(
      `${dateText(decidedOn)}에 정산을 결정하였습니다(제${version}차). 총 반납액은 ${total}원, 고지액은 ${notice}원입니다.`,
      `Decided on ${decidedOn} (version ${version}): ${total} won go back, ${notice} won are demanded.`,
    ),
  };
}

/** The form itself: head, tables 1 to 3, and what is not accepted. */
export function formSections(form: DecidedForm): ReportSection[] {
  const words = REGIME_WORDS[form.header.regime];
  const section = (id: string, ko: string, en: string, blocks: readonly ReportBlock[]): ReportSection => ({ id, title: both(ko, en), blocks });
  return [
    section('head', `${words.project} 개요`, 'Head', [{ kind: 'facts', rows: headFacts(form.header) }, yearsTable(form)]),
    section('use', `1. ${words.money} 사용실적`, 'Use of funds', [useTable(form)]),
    section('interest', '2. 발생이자 현황', 'Interest', [interestTable(form)]),
    section('return', '3. 반납액', 'What goes back', [returnTable(form), { kind: 'text', text: both(workingText(form.returns), 'C and E are floored; B stays a fraction.') }, noticeTable(form)]),
    section('disallowed', '불인정 명세', 'Not accepted', [disallowedBlock(form)]),
  ];
}

const projectSection = (project: ProjectForm): ReportSection => ({ id: 'project', title: both('과제 총괄표', 'The project as a whole'), blocks: projectBlocks(project) });

const proofSection = (form: DecidedForm): ReportSection => ({
  id: 'proof',
  title: both('확인', 'Verification'),
  blocks: [
    {
      kind: 'facts',
      rows: [
        { label: both('정산번호', 'Settlement'), value: `${form.number} (제${form.version}차)` },
        { label: both('정산일 · 통지일', 'Decided, notified'), value: `${dateText(form.decidedOn)} · ${dateText(form.noticeOn)}` },
        { label: both('근거', 'Clauses'), value: `${form.clauses.recovery}, ${form.clauses.interest}` },
        { label: both('정산서 지문(SHA-256)', 'Fingerprint of the decision'), value: form.digest },
      ],
    },
  ],
});
