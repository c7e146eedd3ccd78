import { BasisPointsField, ChoiceField, DateField, FlagField, IdField, IntegerField, ListField, ShownChoice, ShownDate, ShownId, ShownInteger, ShownList, ShownObject, ShownText, TextField } from '#libs/http';
import { DAY_COUNTS, INTERIM_PAYOUTS } from '../waterfall.js';
import { PARTY_ROLES } from './party.rules.js';

export class WaterfallPartyInputDto {
  @IdField()
  partnerId!: string;

  @ChoiceField(PARTY_ROLES, { name: 'WaterfallPartyRole' })
  role!: (typeof PARTY_ROLES)[number];

  @IntegerField({ min: 1, max: 10_000, description: 'Basis points of all paid-in capital for FIRST_LOSS; a weight among those who share the carry' })
  weight!: number;
}

export class DecideWaterfallTermDto {
  @BasisPointsField({ description: 'Hurdle: a yearly rate of return, compounded' })
  hurdleBasisPoints!: number;

  @BasisPointsField({ description: "The general partner's part of what lies above the hurdle" })
  carryBasisPoints!: number;

  @BasisPointsField({ description: "The general partner's part of the catch-up; 0 for none" })
  catchUpBasisPoints!: number;

  @ChoiceField(DAY_COUNTS, { name: 'HurdleDayCount' })
  dayCount!: (typeof DAY_COUNTS)[number];

  @ChoiceField(INTERIM_PAYOUTS, { name: 'InterimPayout' })
  interim!: (typeof INTERIM_PAYOUTS)[number];

  @ListField(() => WaterfallPartyInputDto, { max: 60, description: 'Who bears losses first and who receives the carry; nobody for the carry leaves it to the general partners' })
  parties!: WaterfallPartyInputDto[];

  @DateField()
  effectiveFrom!: string;

  @TextField({ max: 300, description: 'Clause of the agreement' })
  clause!: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class WaterfallPartyDto {
  @ShownId()
  partnerId!: string;

  @ShownText()
  partner!: string;

  @ShownText({ description: 'Basis points, or a weight' })
  weight!: string;
}

export class WaterfallTermsDto {
  @ShownInteger()
  hurdleBasisPoints!: number;

  @ShownInteger()
  carryBasisPoints!: number;

  @ShownInteger({ nullable: true, description: 'Null without catch-up' })
  catchUpBasisPoints!: number | null;

  @ShownChoice(DAY_COUNTS)
  dayCount!: string;

  @ShownChoice(INTERIM_PAYOUTS)
  interim!: string;

  @ShownText()
  clause!: string;

  @ShownList(() => WaterfallPartyDto)
  firstLoss!: WaterfallPartyDto[];

  @ShownList(() => WaterfallPartyDto)
  carried!: WaterfallPartyDto[];
}

export class DecidedWaterfallTermDto {
  @ShownDate()
  effectiveFrom!: string;

  @ShownObject(() => WaterfallTermsDto)
  before!: WaterfallTermsDto;

  @ShownObject(() => WaterfallTermsDto)
  after!: WaterfallTermsDto;
}
