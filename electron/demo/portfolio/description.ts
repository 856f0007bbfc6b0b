import type { Random } from './random.ts';

const categoriesWithDevices = ['Cooling - Datacenter', 'Electrical', 'Planned Maintenance'];

/** What follows the request itself in a description: contacts and, where devices are concerned, their list and now and then a long log. */
export function writeAppendix(category: string, site: string, createdBy: string, random: Random): string[] {
  const paragraphs: string[] = [];
  if (random.chance(0.5)) {
    paragraphs.push(`Contact: ${createdBy}\nEscalation: operations bridge, +44 20 7946 0${random.integer(100, 999)}`);
  }
  if (!categoriesWithDevices.includes(category)) return paragraphs;
  if (random.chance(0.4)) paragraphs.push(`Affected:\n${devices(site, random)}`);
  if (random.chance(0.08)) paragraphs.push(`Excerpt of our monitoring:\n${log(random)}`);
  return paragraphs;
}

function devices(site: string, random: Random): string {
  const lines = Array.from({ length: random.integer(2, 9) }, (_, index) => {
    const name = `${site.toLowerCase()}-${random.pick(['db', 'sw', 'hsm', 'gw', 'esx'])}${random.integer(1, 40)}`;
    const serial = random.integer(0x100000, 0xffffff).toString(16).toUpperCase();
    return `${index + 1}. ${name}, rack unit ${random.integer(1, 42)}, serial ${serial}`;
  });
  return lines.join('\n');
}

function log(random: Random): string {
  let second = random.integer(0, 40_000);
  const lines = Array.from({ length: random.integer(15, 120) }, () => {
    second += random.integer(1, 300);
    const time = new Date(second * 1_000).toISOString().slice(11, 19);
    return `${time} ${random.pick(['WARN', 'ERROR', 'INFO'])} sensor ${random.integer(1, 40)} reads ${random.integer(19, 34)}.${random.integer(0, 9)}`;
  });
  return lines.join('\n');
}
