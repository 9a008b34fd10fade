import { describe, expect, it } from 'vitest';
import { shortFrequency } from '../format.ts';
import { colourScale } from './colour-map.ts';
import { withAlpha } from './plot-figure.ts';
import { decibels, degrees, frequency, squareMetres } from './units.ts';
import { zoomAfter, zoomedLayout } from './zoom.ts';

describe('units', () => {
  it('reads numbers as a person does', () => {
    expect(decibels(-3.04)).toBe('−3.0 dB');
    expect(decibels(-0.01)).toBe('0.0 dB');
    expect(decibels(NaN)).toBe('–');
    expect(frequency(987.6)).toBe('988 Hz');
    expect(frequency(999.6)).toBe('1 kHz');
    expect(frequency(12_345)).toBe('12.3 kHz');
    expect(squareMetres(0.0423)).toBe('0.042 m²');
    expect(degrees(-90)).toBe('−90°');
    expect(shortFrequency(20_000)).toBe('20k');
  });
});

describe('withAlpha', () => {
  it.each([
    ['#0072b2', 'rgba(0, 114, 178, 0.5)'],
    ['#fff', 'rgba(255, 255, 255, 0.5)'],
    ['rgb(1, 2, 3)', 'rgba(1, 2, 3, 0.5)'],
  ])('of %s is %s', (colour, expected) => expect(withAlpha(colour, 0.5)).toBe(expected));
});

describe('colourScale', () => {
  it('runs from 0 to 1, viridis rising in lightness', () => {
    const scale = colourScale('viridis');
    expect(scale[0][0]).toBe(0);
    expect(scale.at(-1)![0]).toBe(1);
    const luma = scale.map(([, hex]) => {
      const channel = (at: number) => parseInt(hex.slice(at, at + 2), 16);
      return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
    });
    expect(luma).toEqual([...luma].sort((a, b) => a - b));
  });
});

describe('zoom', () => {
  it('takes the ranges of every axis that changed and keeps the others', () => {
    const zoom = zoomAfter({ yaxis2: [0, 6] }, { 'xaxis.range[0]': 2, 'xaxis.range[1]': 3, dragmode: 'pan' });
    expect(zoom).toEqual({ xaxis: [2, 3], yaxis2: [0, 6] });
  });

  it('does not take half a range', () => {
    expect(zoomAfter({}, { 'xaxis.range[0]': 2 })).toEqual({});
  });

  it('takes a range that is told whole, also of a polar axis, and puts it where it belongs', () => {
    const zoom = zoomAfter({}, { 'polar.radialaxis.range': [-18, 0], 'polar.angularaxis.rotation': 90 });
    expect(zoom).toEqual({ 'polar.radialaxis': [-18, 0] });
    const zoomed = zoomedLayout({ polar: { radialaxis: { range: [-30, 0], dtick: 6 } } }, zoom);
    expect(zoomed.polar?.radialaxis).toEqual({ range: [-18, 0], dtick: 6 });
    expect(zoomAfter({}, { 'polar.radialaxis.range': null })).toEqual({});
  });

  it('copies the layout: plotly writes into what it draws', () => {
    const layout = { xaxis: { range: [1, 2] as [number, number], title: { text: 'x' } } };
    const zoomed = zoomedLayout(layout, { xaxis: [3, 4] });
    expect(zoomed.xaxis?.range).toEqual([3, 4]);
    expect(layout.xaxis.range).toEqual([1, 2]);
    expect(zoomed.xaxis?.title).not.toBe(layout.xaxis.title);
  });
});
