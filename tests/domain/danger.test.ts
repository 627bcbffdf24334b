import { pointsToDanger } from '../../src/domain/danger.ts';

describe('P2: words that point to danger to life', () => {
  it.each([
    'Ze zei dat ze dood wil.',
    'Hij heeft het over ZELFMOORD',
    'er was sprake van suïcide',
    'Hij had een mes, in zijn tas',
    'hij wil\nniet meer leven',
  ])('are found in: %s', (text) => {
    expect(pointsToDanger(text)).toBe(true);
  });

  it.each(['De mesthoop naast school', 'Hij at een boterham', 'Ze hing haar jas op', ''])(
    'are not found in: %s',
    (text) => {
      expect(pointsToDanger(text)).toBe(false);
    },
  );
});
