import { IdField, QueryIntegerField, ShownChoice, ShownId, ShownText, TextField } from '#libs/http';
import { PARTY_KINDS } from './party.js';

export class PartyQuery {
  @TextField({ max: 100, optional: true, description: 'Part of the name or of the business number' })
  search?: string;

  @IdField({ optional: true, description: 'Only parties after this one (the next page)' })
  after?: string;

  @QueryIntegerField({ min: 1, max: 200, optional: true, description: 'Per page; default 50' })
  limit?: number;
}

export class PartyDto {
  @ShownId()
  id!: string;

  @ShownChoice(PARTY_KINDS)
  kind!: string;

  @ShownText()
  name!: string;

  @ShownText({ nullable: true })
  businessNumber!: string | null;
}
