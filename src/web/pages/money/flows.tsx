/**
 * Where the price goes, as bands (Sankey): dark as far as every source says, light as far as any does, and what no leg
 * accounts for. Of one price basis, currency and time alone. Each band opens a claim it rests on.
 */
import { type SankeyLink, type SankeyNode, sankey, sankeyLinkHorizontal } from 'd3-sankey';
import type { MoneyRow } from '#web/api.ts';
import { useWords } from '#web/hooks.ts';
import { Scroll } from '#web/parts/table.tsx';
import { formatDates, formatRange } from '#words/language.ts';
import { moneyPageWords as words } from '#words/pages/money.ts';
import { placeName } from '#words/places.ts';

interface Node {
  readonly name: string;
}
interface Band {
  readonly low: number;
  readonly high: number;
  readonly name: string;
  readonly claim: string | null;
  readonly leg: string;
}
type Link = SankeyLink<Node, Band>;

const WIDTH = 640;
const LABEL = 230;
const ROW = 46;
const PARTS = ['fee', 'state-keeps', 'worker-cash', 'worker-deferred'];

export default function Flows({ row }: { readonly row: MoneyRow }) {
  const { t, name, language } = useWords();
  const host = row.legs.find(it => it.leg === 'host-pays' && it.basis === row.priceBasis);
  const parts = row.legs.filter(it => PARTS.includes(it.leg) && it.basis === row.priceBasis);
  if (!host?.high || parts.length === 0) return null;
  const bands: Band[] = parts.map(it => ({
    low: it.low ?? 0,
    high: it.high ?? host.high ?? 0,
    name: name('leg', it.leg),
    claim: it.claims[0] ?? null,
    leg: it.leg,
  }));
  const open = row.notAccountedFor;
  if (open?.high && open.high > 0)
    bands.push({
      ...{ low: Math.max(0, open.low ?? 0), high: open.high },
      ...{ name: t(words.notAccountedFor), claim: null, leg: 'unaccounted' },
    });
  const height = ROW * bands.length + 20;
  const { nodes, links } = laidOut(name('leg', 'host-pays'), bands, height);
  const when = formatDates(row.from, row.to, language);
  const title = `${t(words.flows)}: ${placeName(row.place, language)}, ${when}, ${row.currency} ${row.per}`;
  const said = (it: Band) => `${it.name}: ${formatRange(it.low, it.high, language)} ${row.currency ?? ''}`;
  return (
    <Scroll label={title}>
      <svg className="flows" viewBox={`0 0 ${WIDTH + LABEL} ${height}`} width={WIDTH + LABEL} height={height}>
        <title>{title}</title>
        {links.map(it => (
          <Flow key={it.leg} link={it} said={said(it)} />
        ))}
        {nodes.map(it => (
          <rect
            key={it.name}
            x={it.x0}
            y={it.y0}
            width={8}
            height={Math.max(1, (it.y1 ?? 0) - (it.y0 ?? 0))}
          />
        ))}
      </svg>
    </Scroll>
  );
}

function laidOut(host: string, bands: readonly Band[], height: number) {
  const layout = sankey<Node, Band>()
    .nodeWidth(8)
    .nodePadding(16)
    .nodeSort(null)
    .linkSort(null)
    .extent([
      [0, 8],
      [WIDTH, height - 8],
    ]);
  return layout({
    nodes: [{ name: host }, ...bands.map(it => ({ name: it.name }))],
    links: bands.map((it, i) => ({ source: 0, target: i + 1, value: Math.max(it.high, 1e-9), ...it })),
  });
}

function Flow({ link, said }: { readonly link: Link; readonly said: string }) {
  const path = sankeyLinkHorizontal<Node, Band>()(link) ?? '';
  const width = Math.max(1, link.width ?? 1);
  const target = link.target as SankeyNode<Node, Band>;
  const drawn = (
    <>
      <path className="most" d={path} strokeWidth={width} />
      {link.low > 0 && <path className="least" d={path} strokeWidth={(width * link.low) / link.high} />}
      <text x={WIDTH + 8} y={((target.y0 ?? 0) + (target.y1 ?? 0)) / 2} dominantBaseline="central">
        {said}
      </text>
    </>
  );
  return (
    <g className={`flow flow-${link.leg}`}>
      {link.claim === null ? drawn : <a href={`/claims/${link.claim}`}>{drawn}</a>}
    </g>
  );
}
