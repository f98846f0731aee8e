/// Amounts of money, shares and numbers with what they are.
///
/// One case a line: the text with every value in square brackets, then the values in order: a number
/// with its unit in brackets, a share with `%`, or money with its currency. Of a range the lower end
/// is the value. Nothing outside the brackets may be found.
let amountTable = """
  # Money in figures
  It costs [$5]. | 5 USD
  It costs [$5.50]. | 5.5 USD
  It costs [$0.99]. | 0.99 USD
  It costs [$1,234,567.89]. | 1234567.89 USD
  It costs [$1.2 million]. | 1200000 USD
  It costs [$1.2m]. | 1200000 USD
  It costs [$3bn]. | 3000000000 USD
  It costs [$300B]. | 300000000000 USD
  It costs [$5k]. | 5000 USD
  It costs [$3.4 trillion]. | 3400000000000 USD
  It costs [$3.4tn]. | 3400000000000 USD
  A [$650-billion] plan passed. | 650000000000 USD
  A [$2 trillion] plan passed. | 2000000000000 USD
  It costs [US$500]. | 500 USD
  It costs [C$40]. | 40 CAD
  It costs [A$20]. | 20 AUD
  It costs [NZ$10]. | 10 NZD
  It costs [HK$100]. | 100 HKD
  It costs [S$5]. | 5 SGD
  It costs [NT$70]. | 70 TWD
  It costs [R85 million]. | 85000000 ZAR
  It costs [RM 5.33]. | 5.33 MYR
  It costs [Rs 500]. | 500 INR
  It costs [Rs. 500]. | 500 INR
  It costs [€1.5bn]. | 1500000000 EUR
  It costs [€300]. | 300 EUR
  It costs [€ 300]. | 300 EUR
  It costs [20 €]. | 20 EUR
  It costs [1\u{A0}000 €]. | 1000 EUR
  It costs [20€]. | 20 EUR
  It costs [£25]. | 25 GBP
  It costs [£2m]. | 2000000 GBP
  It costs [£30 billion]. | 30000000000 GBP
  It costs [¥10,000]. | 10000 JPY
  It costs [¥3 trillion]. | 3000000000000 JPY
  It costs [₹500]. | 500 INR
  It costs [₹2 crore]. | 20000000 INR
  It costs [₹1,25,000]. | 125000 INR
  It costs [₹5 lakh crore]. | 5000000000000 INR
  It costs [₩1,000]. | 1000 KRW
  It costs [₽100]. | 100 RUB
  It costs [₺50]. | 50 TRY
  It costs [₴40]. | 40 UAH
  It costs [₪60]. | 60 ILS
  It costs [₦700]. | 700 NGN
  It costs [฿35]. | 35 THB
  It costs [₫500,000]. | 500000 VND
  It costs [USD 5 million]. | 5000000 USD
  It costs [EUR 20]. | 20 EUR
  It costs [GBP 3bn]. | 3000000000 GBP
  It costs [CHF 100]. | 100 CHF
  It costs [20 EUR]. | 20 EUR
  It costs [5 million USD]. | 5000000 USD
  It costs [99¢]. | 0.99 USD
  It costs [30p]. | 0.3 GBP

  # Money in words
  It costs [100 dollars]. | 100 USD
  It costs [five dollars]. | 5 USD
  It costs [one dollar]. | 1 USD
  It costs [a million dollars]. | 1000000 USD
  It costs [half a million dollars]. | 500000 USD
  It costs [two and a half million dollars]. | 2500000 USD
  It costs [two billion euros]. | 2000000000 EUR
  It costs [20 pounds]. | 20 GBP
  It costs [300 yen]. | 300 JPY
  It costs [50 million yuan]. | 50000000 CNY
  It costs [10 million Swiss francs]. | 10000000 CHF
  It costs [5 Canadian dollars]. | 5 CAD
  It costs [40 US dollars]. | 40 USD
  It costs [40 U.S. dollars]. | 40 USD
  It costs [5 million kronor]. | 5000000 SEK
  It costs [100 rand]. | 100 ZAR
  It costs [2,000 rupees]. | 2000 INR
  It costs [3,000 Pakistani rupees]. | 3000 PKR
  It costs [500 shekels]. | 500 ILS
  It costs [90 million won]. | 90000000 KRW
  It costs [50 cents]. | 0.5 USD
  It costs [25 pence]. | 0.25 GBP
  It costs [billions of dollars]. | 1000000000 USD
  It costs [tens of millions of euros]. | 10000000 EUR
  It costs [hundreds of thousands of pounds]. | 100000 GBP

  # Ranges of money
  It costs [$10-15 million]. | 10000000 USD
  It costs [$5–7 billion]. | 5000000000 USD
  It costs [10 to 25 dollars]. | 10 USD
  It costs between [$5 million] and [$10 million]. | 5000000 USD; 10000000 USD
  It costs from [€20] to [€30]. | 20 EUR; 30 EUR
  It costs [2–3 million euros]. | 2000000 EUR

  # Shares
  It rose by [5%]. | 5 %
  It rose by [5 %]. | 5 %
  It rose by [5.5%]. | 5.5 %
  It rose by [0.25%]. | 0.25 %
  It rose by [5 percent]. | 5 %
  It rose by [5 per cent]. | 5 %
  It rose by [60 pct]. | 60 %
  It rose by [five percent]. | 5 %
  It rose by [twenty-five percent]. | 25 %
  It rose by [a hundred percent]. | 100 %
  It rose by [100%]. | 100 %
  It rose by [12½%]. | 12.5 %
  It rose by [2 to 3 percent]. | 2 %
  It rose by [2–3%]. | 2 %
  It rose by [90-95 percent]. | 90 %
  It rose between [5 and 10 percent]. | 5 %
  It rose by [25 basis points]. | 0.25 %
  It rose by [one percentage point]. | 1 %
  It rose by [1.5 percentage points]. | 1.5 %
  It rose by [half a percentage point]. | 0.5 %
  It rose by [half a percent]. | 0.5 %
  It rose by [a quarter of a percentage point]. | 0.25 %
  It rose by [one-half of one percent]. | 0.5 %
  A [10-percent] tariff came. | 10 %
  A [15 percent] tariff came. | 15 %
  It rose by [two and a half percent]. | 2.5 %

  # Numbers in figures
  They sent some [4,200] troops. | 4200 (troops)
  They sent [12] ships. | 12 (ships)
  They sent [1,000] of them. | 1000
  They sent [10\u{A0}000] men. | 10000 (men)
  They sent [2.5 million] tonnes. | 2500000 (tonnes)
  They sent [40m] people. | 40000000 (people)
  They sent [300bn] cubic metres. | 300000000000 (cubic)
  They sent [1.2 billion] people. | 1200000000 (people)
  They sent [10 lakh] men. | 1000000 (men)
  They sent [3 crore] men. | 30000000 (men)
  They sent [1,25,000] men. | 125000 (men)
  They marched [1,500] km. | 1500 (km)
  They ate [3/4] of it. | 0.75
  They ate [½] of it. | 0.5
  They ate [2½] loaves. | 2.5 (loaves)
  They ate [5 3/4] loaves. | 5.75 (loaves)
  They sent [10] to [25] ships. | 10; 25 (ships)
  They sent [3.14] tonnes. | 3.14 (tonnes)
  A [20,000]-strong force came. | 20000
  A [100]-day plan came. | 100

  # Numbers in words
  They sent [twelve] ships. | 12 (ships)
  They sent [ten thousand] men. | 10000 (men)
  They sent [two million] people. | 2000000 (people)
  They sent [half a million] men. | 500000 (men)
  They sent [a dozen] ships. | 12 (ships)
  They sent [two dozen] ships. | 24 (ships)
  They sent [three hundred] ships. | 300 (ships)
  They sent [two hundred and fifty thousand] men. | 250000 (men)
  They sent [one hundred and one] men. | 101 (men)
  They sent [seventy-five] ships. | 75 (ships)
  They sent [ninety-nine] ships. | 99 (ships)
  They sent [one thousand two hundred] men. | 1200 (men)
  They sent [a hundred] ships. | 100 (ships)
  They sent [a hundred thousand] men. | 100000 (men)
  They sent [a thousand] ships. | 1000 (ships)
  They sent [a million and a half] men. | 1500000 (men)
  They sent [one and a half million] men. | 1500000 (men)
  They waited [two and a half] hours. | 2.5 (hours)
  They sent [zero] ships. | 0 (ships)
  They ate [two-thirds] of it. | 0.666667
  They ate [two thirds] of it. | 0.666667
  They ate [three-quarters] of it. | 0.75
  They ate [three quarters] of it. | 0.75
  They ate [a third] of it. | 0.333333
  They ate [one-fifth] of it. | 0.2
  They ate [four-fifths] of it. | 0.8
  They ate [half] of it. | 0.5
  They sent [twenty] ships and [nineteen] planes. | 20 (ships); 19 (planes)

  # No values
  The F-16 flew over the G20 with COVID-19 aboard. |
  A third party used 5G and 3D at the 7th try. |
  One should not trust version 1.2.3 of it. |
  No one knows which one it was. |
  """
