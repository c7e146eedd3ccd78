import { ShownDate, ShownInstant, ShownText } from '#libs/http';

/** A term in force. */
export class PolicyDto {
  @ShownText()
  key!: string;

  @ShownText({ description: 'The value as it is stored' })
  value!: string;

  @ShownDate()
  effectiveFrom!: string;

  @ShownDate({ nullable: true })
  effectiveTo!: string | null;

  @ShownText()
  clause!: string;

  @ShownText()
  source!: string;

  @ShownInstant()
  knownAt!: Date;

  @ShownText()
  version!: string;
}
