import { formatOfficialDate, type LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import { formatWon, type Won } from '#libs/money';
import type { FormLine } from '../form.js';

/** What is asked of a stage before it is settled. */
export interface StageReadiness {
  readonly endsOn: LocalDate;
  readonly over: boolean;
  readonly reported: boolean;
  readonly unreviewed: number;
  readonly payableWon: Won;
  /** Lines whose rows are not what the books say, by code. */
  readonly untied: readonly string[];
  /** An auditor's report is wanted and not there. */
  readonly verificationMissing: boolean;
  readonly clauses: { readonly report: string; readonly settle: string; readonly verification: string };
}

/** Everything that is to be so before a stage is settled; what the agency may go on without is a warning. */
export function stageIsReady(stage: StageReadiness): Verdict[] {
  const { endsOn, over, reported, unreviewed, payableWon, untied, verificationMissing, clauses } = stage;
  const verdict = (rule: string, [holds, otherwise]: readonly [boolean, 'WARN' | 'BLOCK'], clause: string, good: Verdict['text'], bad: Verdict['text'], inputs: Verdict['inputs']): Verdict => ({
    ...{ rule, clause, result: holds ? 'PASS' : otherwise, text: holds ? good : bad, inputs },
  });
  return [
    verdict('stage-is-over', [over, 'BLOCK'], clauses.settle,
      { ko: '단계가 끝났습니다.', en: 'The stage is over.' },
      { ko: `단계가 ${formatOfficialDate(endsOn)}에 끝납니다. 끝난 뒤에 정산하거나 협약을 해지해 주세요.`, en: `The stage ends on ${endsOn}. Settle it afterwards, or terminate the agreement.` },
      { endsOn }),
    verdict('rows-tie-to-the-books', [untied.length === 0, 'BLOCK'], '원장 대사',
      { ko: '비목별 계획·집행이 원장과 일치합니다.', en: 'Plan and use of every line are what the books say.' },
      { ko: `비목 ${untied.join(', ')}의 계획·집행이 원장과 다릅니다. 원장을 확인해 주세요.`, en: `Lines ${untied.join(', ')} differ from the books. Look at the ledger.` },
      { untied: [...untied] }),
    verdict('no-tranche-is-under-way', [payableWon === 0n, 'BLOCK'], clauses.settle,
      { ko: '지급 중인 사업비가 없습니다.', en: 'No tranche is on its way.' },
      { ko: `지급결정 후 이체되지 않은 ${formatWon(payableWon)}원이 있습니다. 지급을 마치거나 취소한 뒤 정산해 주세요.`, en: `${formatWon(payableWon)} won were decided and not transferred. Finish or void the payment first.` },
      { payableWon: `${payableWon}` }),
    verdict('settlement-report-was-received', [reported, 'WARN'], clauses.report,
      { ko: '정산보고를 접수했습니다.', en: 'The settlement report was received.' },
      { ko: '정산보고가 접수되지 않았습니다. 보고 없이 장부로 정산합니다.', en: 'No settlement report was received: the books alone are settled.' },
      { reported }),
    verdict('every-expense-was-reviewed', [unreviewed === 0, 'WARN'], clauses.settle,
      { ko: '모든 집행을 검토했습니다.', en: 'Every expense was reviewed.' },
      { ko: `검토하지 않은 집행 ${unreviewed}건은 인정한 것으로 정산합니다.`, en: `${unreviewed} expenses were not reviewed and count as accepted.` },
      { unreviewed }),
    verdict('verification-is-at-hand', [!verificationMissing, 'WARN'], clauses.verification,
      { ko: '감사인 검증이 필요 없거나 검증보고서를 접수했습니다.', en: 'No external verification is wanted, or its report is at hand.' },
      { ko: '감사인 검증보고서가 접수되지 않았습니다. 제출을 요구해 주세요.', en: 'The auditor’s verification is missing. Ask for it.' },
      { verificationMissing }),
  ];
}

/** The amount that was read and signed is the one that is decided. */
export function settlementIsWhatWasRead(statedWon: Won | null, noticeWon: Won): Verdict {
  const holds = statedWon === null || statedWon === noticeWon;
  return {
    rule: 'settlement-is-what-was-read',
    clause: '기안 금액 확인',
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: `반납 통지액은 ${formatWon(noticeWon)}원입니다.`, en: `The notice demands ${formatWon(noticeWon)} won.` }
      : { ko: `다시 계산한 통지액 ${formatWon(noticeWon)}원이 기안한 ${formatWon(statedWon)}원과 다릅니다. 정산서를 다시 확인하고 기안해 주세요.`, en: `Recomputed, the notice demands ${formatWon(noticeWon)} won and not ${formatWon(statedWon)}. Read the worksheet again and draft anew.` },
    inputs: { statedWon: statedWon === null ? null : `${statedWon}`, noticeWon: `${noticeWon}` },
  };
}

/** What went on to the next stage was left of its line: what was spent after it was carried over is not there twice. */
export function carriedForwardIsLeft(lines: readonly Pick<FormLine, 'line' | 'balanceWon' | 'retainedWon' | 'carriedForwardWon'>[]): Verdict {
  const over = lines.filter(({ balanceWon, retainedWon, carriedForwardWon }) => carriedForwardWon > 0n && carriedForwardWon + retainedWon > balanceWon);
  return {
    rule: 'carried-forward-is-left',
    clause: '국가연구개발혁신법 시행령 제20조제3항',
    result: over.length === 0 ? 'PASS' : 'BLOCK',
    text:
      over.length === 0
        ? { ko: '다음 단계로 이월한 금액이 비목의 잔액 안에 있습니다.', en: 'What was carried over to the next stage is left of its line.' }
        : {
            ko: `다음 단계로 이월한 금액이 잔액보다 많은 비목이 있습니다: ${over.map(({ line, carriedForwardWon, balanceWon }) => `${line} 이월 ${formatWon(carriedForwardWon)}원(잔액 ${formatWon(balanceWon)}원)`).join(', ')}. 협약 변경으로 이월액을 줄인 뒤 정산해 주세요.`,
            en: `More went on to the next stage than is left: ${over.map(({ line, carriedForwardWon, balanceWon }) => `${line}, ${formatWon(carriedForwardWon)} won of ${formatWon(balanceWon)}`).join('; ')}. Lower it by an amendment first.`,
          },
    inputs: { over: over.map(({ line }) => line) },
  };
}
