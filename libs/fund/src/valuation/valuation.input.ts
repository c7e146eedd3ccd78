import { localDate } from '#libs/calendar';
import { invalidField } from '#libs/errors';
import { basisPoints, won, ZERO_WON } from '#libs/money';
import type { ImpairmentReason } from './impairment/impairment.js';
import type { RecordValuationDto, ValuationInput } from './valuation.dto.js';
import type { RecordValuation } from './valuation.service.js';
import type { AuditorSignature, ValuationItem } from './valuation.js';

export function toRecordValuation(fundId: string, body: RecordValuationDto): RecordValuation {
  return { fundId, valuedOn: localDate(body.valuedOn), signature: toSignature(body), documentId: body.documentId ?? null, items: body.items.map(toItem) };
}

function toSignature({ auditor, signedOn }: RecordValuationDto): AuditorSignature | null {
  if (auditor !== undefined && signedOn !== undefined) return { auditor, signedOn: localDate(signedOn) };
  if (auditor === undefined && signedOn === undefined) return null;
  throw invalidField(auditor === undefined ? '/auditor' : '/signedOn', 'valuation.half-signature', {
    ko: '감사인 이름과 확인일을 함께 적어 주세요.',
    en: 'Give both the auditor and the day of the signature.',
  });
}

function toItem(item: ValuationInput): ValuationItem {
  const { followOn } = item;
  return {
    investmentId: item.investmentId,
    fairValueWon: won(item.fairValueWon),
    impairmentWon: item.impairmentWon === undefined ? ZERO_WON : won(item.impairmentWon),
    method: item.method,
    note: item.note ?? null,
    reasons: [...new Set((item.reasons ?? []).map(({ code }) => code as ImpairmentReason))],
    isIfrsConversion: item.ifrsConversion ?? false,
    followOn:
      followOn === undefined
        ? null
        : { paidOn: localDate(followOn.paidOn), amountWon: won(followOn.amountWon), share: followOn.shareBasisPoints === undefined ? null : basisPoints(followOn.shareBasisPoints) },
  };
}
