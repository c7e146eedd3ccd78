import { localDate } from '#libs/calendar';
import { cleanText, parseBusinessNumber } from '#libs/identifier';
import type { PartyDraft, PartyKind } from '#libs/party';
import { NumberFaults } from '../fund/fund.input.js';
import type { RecordRelationDto, RelatedPartyInput } from './related-party.dto.js';
import type { RecordedRelation } from './related-party.js';
import type { RecordRelation } from './related-party.service.js';

/** The typed relation as a command; refuses wrong business numbers at their fields. */
export function toRecordRelation(body: RecordRelationDto): RecordRelation {
  const faults = new NumberFaults();
  const [from, to] = [toRelated(body.from, '/from', faults), toRelated(body.to, '/to', faults)];
  faults.refuse();
  return {
    from,
    relation: body.relation as RecordedRelation,
    to,
    shareBasisPoints: body.shareBasisPoints ?? null,
    keyManager: body.keyManager ?? false,
    validFrom: localDate(body.validFrom),
    source: body.source,
  };
}

function toRelated({ kind, name, businessNumber }: RelatedPartyInput, pointer: string, faults: NumberFaults): PartyDraft {
  return {
    kind: kind as PartyKind,
    name: cleanText(name),
    businessNumber: businessNumber === undefined ? null : faults.take(`${pointer}/businessNumber`, parseBusinessNumber(businessNumber)),
    corporateNumber: null,
    incorporatedOn: null,
  };
}
