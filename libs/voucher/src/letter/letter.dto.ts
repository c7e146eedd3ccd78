import { ChoiceField } from '#libs/http';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsOptional, IsUUID } from 'class-validator';
import { MOST_LETTERS } from './letter-file.pdf.js';

export class DownloadLettersDto {
  @ApiProperty({ type: 'string', format: 'uuid', isArray: true, required: false, minItems: 1, maxItems: MOST_LETTERS, description: 'Vouchers; absent: all that were issued in the year' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LETTERS)
  @IsUUID(undefined, { each: true })
  voucherIds?: string[];

  @ChoiceField(['PDF', 'ZIP'], { description: 'One merged file, or an archive of single ones' })
  format!: string;
}
