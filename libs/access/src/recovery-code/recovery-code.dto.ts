import { ShownTexts } from '#libs/http';

export class RecoveryCodesDto {
  @ShownTexts({ description: 'Shown this once; each counts once' })
  codes!: string[];
}
