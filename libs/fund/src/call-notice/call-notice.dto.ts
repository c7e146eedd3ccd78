import { ChoiceField, IdsField } from '#libs/http';

/** As many partners as a fund may have, special limited partners and general partners included, and more. */
const MOST_NOTICES = 200;

export class DownloadNoticesDto {
  @IdsField({ optional: true, min: 1, max: MOST_NOTICES, description: 'Partners; absent: all who are asked for something' })
  partnerIds?: string[];

  @ChoiceField(['PDF', 'ZIP'], { description: 'One merged file, or an archive of single ones' })
  format!: string;
}
