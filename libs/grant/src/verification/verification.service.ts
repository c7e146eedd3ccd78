import { randomUUID } from 'node:crypto';
import type { Command } from '#libs/command';
import { invalidField } from '#libs/errors';
import { getAgreement, lockAgreements, stagesOf } from '../agreement/agreement.query.js';
import { insertVerification } from './verification.store.js';
import type { RecordVerification } from './verification.js';

/** `grant-verification.record`: the report of an auditor from outside; any opinion but a clean one says what was found. */
export const recordVerification: Command<RecordVerification, { readonly id: string }> = {
  name: 'grant-verification.record',
  execute: async (tx, context, input) => {
    await lockAgreements(tx, [input.agreementId]);
    const agreement = await getAgreement(tx, input.agreementId);
    const stages = await stagesOf(tx, agreement.id);
    if (input.kind === 'SETTLEMENT' && !stages.some(({ stage }) => stage === input.stage)) throw invalidField('/stage', 'grant-verification.stage-wanted', { ko: '검증한 정산의 단계를 골라 주세요.', en: 'Choose the stage whose settlement was verified.' });
    if (input.kind === 'FISCAL_YEAR' && input.fiscalYear === null) throw invalidField('/fiscalYear', 'grant-verification.year-wanted', { ko: '감사한 회계연도를 적어 주세요.', en: 'Say which fiscal year was audited.' });
    if (input.receivedOn > context.today) throw invalidField('/receivedOn', 'grant-verification.not-received-yet', { ko: '접수일이 오늘보다 뒤입니다.', en: 'The report has not been received yet.' });
    if (input.receivedOn < input.reportedOn) throw invalidField('/receivedOn', 'grant-verification.received-before-written', { ko: '접수일이 보고서 작성일보다 빠릅니다.', en: 'It was received before it was written. Check the dates.' });
    if (input.opinion !== 'CLEAN' && input.findings === null) throw invalidField('/findings', 'grant-verification.findings-wanted', { ko: '적정 이외의 의견은 지적 사항을 적어 주세요.', en: 'Say what was found where the opinion is not clean.' });
    const id = randomUUID();
    await insertVerification(tx, context, { ...input, id });
    context.announce('grant.changed', { callId: agreement.callId });
    return { id };
  },
};
