import { ChoiceField, DateField, IntegerField, ShownChoice, ShownDate, ShownInteger, ShownText, TextField } from '#libs/http';
import { EVIDENCE_TURNS, HOLDING_LAWS, PROJECT_ROLES } from './evidence-detail.js';

export class EvidenceDetailInput {
  @TextField({ max: 100, optional: true, description: 'Number of the document, registration or answer' })
  number?: string;

  @TextField({ max: 200, optional: true, description: 'The public institute on the other side: licensor, employer, shareholder, partner' })
  counterparty?: string;

  @DateField({ optional: true, description: 'First day of a contract or an affiliation' })
  termFrom?: string;

  @DateField({ optional: true, description: 'Last day; leave out where it has none' })
  termTo?: string;

  @IntegerField({ min: 0, max: 10_000, optional: true, description: 'Share of the public institute in basis points' })
  holdingBasisPoints?: number;

  @ChoiceField(HOLDING_LAWS, { optional: true, description: 'The law by which the holding is measured' })
  holdingLaw?: string;

  @DateField({ optional: true })
  valuedOn?: string;

  @TextField({ max: 40, optional: true, description: 'Number of the national R&D project' })
  projectNumber?: string;

  @ChoiceField(PROJECT_ROLES, { optional: true })
  projectRole?: string;

  @TextField({ max: 40, optional: true, description: 'Grade of a rating' })
  grade?: string;

  @TextField({ max: 100, optional: true, description: 'The special zone' })
  zone?: string;

  @DateField({ optional: true, description: 'The day from which the registration is cancelled' })
  cancelledOn?: string;
}

export class EvidenceDetailDto {
  @ShownText({ nullable: true })
  number!: string | null;

  @ShownText({ nullable: true })
  counterparty!: string | null;

  @ShownDate({ nullable: true })
  termFrom!: string | null;

  @ShownDate({ nullable: true })
  termTo!: string | null;

  @ShownInteger({ nullable: true })
  holdingBasisPoints!: number | null;

  @ShownText({ nullable: true })
  holdingLaw!: string | null;

  @ShownDate({ nullable: true })
  valuedOn!: string | null;

  @ShownText({ nullable: true })
  projectNumber!: string | null;

  @ShownText({ nullable: true })
  projectRole!: string | null;

  @ShownText({ nullable: true })
  grade!: string | null;

  @ShownText({ nullable: true })
  zone!: string | null;

  @ShownDate({ nullable: true })
  cancelledOn!: string | null;
}

export class EvidenceTurnDto {
  @ShownChoice(EVIDENCE_TURNS)
  turn!: string;

  @ShownDate()
  happenedOn!: string;

  @ShownText()
  reason!: string;

  @ShownText()
  decidedBy!: string;
}
