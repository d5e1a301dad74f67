//! Sets of characters as CPython 3.13 has them; written by unicode_tables.py beside it,
//! which explains the notation.

/// `str.isprintable`.
pub(super) const PRINTABLE: &[&str] = &[
    r"_@~Aa@K@iUAECF@@@S@lK@e@Aq@AB@v@GZCEPU@_E@o@Az@AdBMz@Ap@AN@[A@@JD^HiA@`D@GAAAU@F@@BCAHAAACG@CA@DAXAB",
    r"@ECAAU@F@A@A@AA@@DCAABB@FC@@FPIB@H@B@U@F@A@DAI@B@BA@NCAKFF@B@GAAAU@F@A@DAHAAABFBCA@DAQIA@EBB@CBA@@@A",
    r"BABBBKCDBB@CA@E@MTDL@B@V@OAH@B@CFA@BA@ACAIFU@B@V@I@DAH@B@CFAEA@CAI@BKL@B@r@@B@ECOAY@B@QBW@H@@AFB@CE@",
    r"@@GEIABKy@C\d@A@@@D@W@@@VAD@@@F@IAC_@gA@c@Cf@@c@@N@Ld@eE@@D@AxJ@CAF@@@CAh@@CA`@@CAF@@@CAN@x@@CAbAA_@",
    r"BYEuAAEA_S@[BxAFUHWHSKL@B@AK}AAIEIEM@JExAFj@DeAI^@KCKC@Bi@ADJk@CYEJB}@A`A@\AJEIEMA^p@lABn@@sBG{@BNB{",
    r"@Fj@AJGj@DuOAEAe@AEAG@@@@@@@^At@@N@MAE@RAB@HPWGn@PAAZ@LB`@N`@NkCCvSXJTsw@A_@@|IDl@@@D@Aw@FAMWHF@F@F@",
    r"F@F@F@F@F@}Ba@Y@xAKuEYO@~@@uAAfBDj@@}A@sAJo@@lr[Bv@H{ISwDGjEDA@@@DWz@BIEw@GeAGKEsBJ]BmA@JC`@@v@HMAIA",
    r"fBW[IEAEAEHF@F@{@C}BAIEc|IKVCp@cgGmJAiBe@FKDDY@D@@@A@A@|BO|LAu@F@_@i@Er@@R@CCD@fCC}DBEAEAEABBF@FLAAK",
    r"@Y@R@A@NAMa@zBDBCl@BwA@LB@n@m@aC\Bp@N[Cc@H]Dj@D]@d@CMi@}CAIEc@Cc@Cg@Gs@JK@N@F@A@J@N@F@AbAvHHUIGWE@i@",
    r"@HdAEA@@k@@AB@AV@gAGHo@R@AD`@BZD@_Aw@CSAq@@ADG@B@\ABCIFHF_A_@f@CKHu@B\AZDYFCKFoAhAv@r@Lr@Fm@GIeH^@i@",
    r"@BAAjAj@Gi@UYe@[SVHmACc@H}@@DLXFIEt@@QGf@H_B@SJQ@n@}@F@@@C@N@JEz@DIEC@GAAAU@F@A@D@IAAABA@E@DFAFBDjC{",
    r"A@D]gAGIeDu@Ae@a@dAJIELRy@EIu@ZANCVxD{@cBrAKGA@AG@A@]@AAKHIeAGAm@AJZgAGrALhAFIuFH@l@@MI\B_@AU@MhAF@A",
    r"@k@B@@A@HGIEE@A@d@@A@EFIuHXFP@h@B[uA@Nq@Lz[eBnB@DJcEkqAbBLo`@OUi|BfQxlGxPF^@ICpA@IE]AEIeAII@F@TDRoTz",
    r"AdBjACx@FP_ADJAMw~DGue@i@HfvGC@F@A@bHN@\BA@MCGkKcgAjBDLBHFIAC_rCm@AVHsB{@uFIf@AiAGoBTeAyBSKSKvAHXfCt",
    r"A@fA@AA@AAAC@K@@@F@`A@CAG@F@[@C@D@@BF@sIAcHA}TND@Noa@^EEtEF@PAF@A@DD}@`@@oBl@BMAICA_I^Py@D@oMi@eVF@C",
    r"@A@N@dEAOh@kACICApWcAkA|@aEC@Z@A@@A@@I@C@@@@E@C@@@@@@B@A@@A@@@@@@@@@@A@@AC@F@C@C@@@I@PDB@D@Ps@AmGk@C",
    r"cBKNAN@N@d@ImDw@\Lk@CHFAMEyCw]CPBLBvBC~AEKC@NKCw@GIEg@G]AAmAsIKMALBHFm@@FGMCHFHFrC@v@d@Ie_@_vh@_@y`C",
    r"E}EAasDMphFNmRalA}Oan@jyCD_bCoivToF",
];

/// `str.isalpha`.
pub(super) const ALPHABETIC: &[&str] = &[
    r"`AYEYn@@I@C@DV@^@iMCKMDF@@@`CD@AAC@@E@@B@@@S@rA@jCGeD@e@A@Eh@fAZCCl@j@b@A@bB@@NAFAIBA@O@@]\xAJ@W`@HA",
    r"C@DUC@H@B@VXFJDW@EPi@y@u@B@Q@FINOCGAAAU@F@@BCB@O@LA@BMAI@GECAAU@F@A@A@A^C@@RBOH@B@U@F@A@DB@Q@NAV@JGA",
    r"AAU@F@A@DB@]A@BN@P@@EBB@CBA@@@ABABBBKU@s@G@B@V@OB@YBA@AA]@CG@B@V@I@DB@^A@ANAPH@B@h@A@O@DBGBWEDQBW@H@",
    r"@AFy@o@@AKFy@A@@@D@W@@@I@AH@AD@@TC_@@~@G@c@ZDrBj@S@OECCB@BAFBCLK@Pe@@@D@Aj@@lI@CAF@@@CAh@@CA`@@CAF@@",
    r"@CAN@x@@CAbAd@OOuAAEBkRAP@YDjAEGFQLRMQML@BNs@b@@C@bAxAFDAa@@@DeAI^p@]ADJk@CYu@VHt@qA@|An@PGu@]LAIk@Y",
    r"c@h@BIc@AHFj@ABh@C@E@AB@D_E_AuGAEAe@AEAG@@@@@@@^At@@F@@BB@FBCAECLDB@FsB@L@OLdB@C@AI@@BDE@@@@@@C@JACD",
    r"DC@s@AzrAdFECBAKe@@@D@Aw@F@OVHF@F@F@F@F@F@F@FoA@tMAi@DDACuAEB@yA@CDj@@}AP_@o@O_O_mE_AlsTbAm@AlGBOIAS",
    r"n@O^AeAp@HAfBA_ADA@@@DWO@B@C@V\s@Mq@}@EB@@AJ[IVX\Fn@[@OD@IID@h@VB@GSVB@Bq@@@BAADA@@@WBAJFBKEAEAEHF@F",
    r"@j@@MErB\c|IKVCp@cgGmJAiBe@FKDD@@I@L@D@@@A@A@kB`@jJQ_AAu@g@KsBD@fCc@YEYJxABEAEAEABb@K@Y@R@A@NAMa@zBd",
    r"K\Bp@n@_@LS@GEe@I]Ac@CGo@}CQc@Cc@Cg@Gs@KJ@N@F@A@J@N@F@AbAvHHUIGWE@i@@HdAEA@@k@@AB@AVIVH^`AR@AIUIYeAw",
    r"@EA_A@NC@B@\i@\B\b@G@[Zu@IUIRLQmBhAv@r@Lr@Lc@{Ii@EAmA\I@GUi@Qm@TZVKt@x@AA@Ll@_@XYc@\@A@Gb@B@Ko@MCT@@",
    r"@b@Q@XRA~@F@@@C@N@IFn@e@GAAAU@F@A@DB@Q@KD}Ct@QCSB]o@SA@@wDn@h@Cc@o@S@z@j@L@fAZd@FxDk@sB_A^GA@AG@A@WN",
    r"@@@}AGAf@O@@@[@Ig@F@T@Jm@R@QhAfGH@d@P@p@]oBF@A@e@T@XE@A@_@M@fIRN@@L@a@{B@nAy[eFcEkqA`BNo`@PEx|BfQxlG",
    r"xPF^PnAP]Qo@OC^TDRoT_A_CjAD@aAL_AA@@[w~DGue@i@HfvGC@F@A@bHN@\BA@MCGkKcgAjBDLBHFIezDtA@fA@AA@AAAC@K@@",
    r"@F@`A@CAG@F@[@C@D@@BF@sIAX@X@^@X@^@X@^@X@^@X@Gsx@^EEdG}@qCl@IFO@`I]Qk@cN[sVF@C@A@N@dEz@cAF@sd@C@Z@A@",
    r"@A@@I@C@@@@E@C@@@@@@B@A@@A@@@@@@@@@@A@@AC@F@C@C@@@I@PDB@D@PciC_vh@_@y`CE}EAasDMphFNmRalA}Oan@jyCD_bC",
];

/// `str.isdecimal`; each stretch is a run of ten digits or several.
pub(super) const DECIMAL: &[&str] = &[
    r"o@Iep@IeCIeEI{KIuBIuBIuBIuBIuBIuBIuBIuBIuBI_BIuBIeAIuGIeAIey@Ie@IkHI_CIeDIEIuDIuAIeCIEIema@IeTIe@IeE",
    r"IUIuAIuKIuwSIek@IecAIkXI_CI{@IoCIuGIuIIuBIuJIeBIeBIeLIeBIuVIuFIeAIeLIewQIuAIeCIsbZq@_iAIeLIuNIua@Ius",
    r"CI",
];

/// `str.isdigit`, but not decimal.
pub(super) const DIGIT_ONLY: &[&str] = &[r"qDAD@ntCHgr@@ts@@BEEIu]HJHJHxA@IH@@uRH@H@Hltw@C{_@HhNHddw@J"];

/// `str.isnumeric`, but not a digit.
pub(super) const NUMERIC_ONLY: &[&str] = &[
    r"{DBthAEwJEwBBdCFxEFPHpLI}`@JpZB~FIuiAr@AD~UJHJHJnAIH@_S@H@H@hj@@hW@XHMBvICiCI]G@N_@If@NdI@|B@e\@aX@q",
    r"tC@A@B@@@Y@w@@m@@F@@@T@QA]@G@c@@aB@wB@[@|F@`A@a@@@@@@rM@@BE@sBCuW@tO@F@_k@@bCAKB@@~\@l@@lA@dc@@ji@@f",
    r"N@nc@@fV@U@vY@ws@@d\@`cA@C@{B@|e@@yS@vJ@c@@D@j@@|B@n~BI_IEthS@F@C@x@@]@@@h@@hw@l@Kx@PAtIZc@C\@G@eCDa",
    r"c@GXFf@HjADUE_DAAOAm@cADs@A]BjADgBGWGh@FiIEhJU}CIi@CoBFnCJzJSdi@AmLHfZRrYTj`@nBkvPF}WVh`XSKSkBXmiDH`",
    r"\z@@B@CkAl@@Nl]AsvB@aB@|B@}@@g_A@wA@G@N@lI@Q@Z@ubE@fo@@akC@pyH@apd@@",
];

/// Characters where starting a name differs from being alphabetic.
pub(super) const START_UNLIKE_ALPHABETIC: &[&str] =
    &[r"~A@yW@wtA@~B@y`ABsKApcA@T@p@b@ACedB@vM@XHMBjt\ImjTEuKAsB@@@@@@@@@@@@@@@~GA_Lt@kM@G@eCDi`GnB"];

/// Characters where continuing a name differs from being alphabetic or decimal.
pub(super) const CONTINUE_UNLIKE_ALPHANUMERIC: &[&str] = &[
    r"~A@vA@gQoBI@K@zFDhGl@@@@A@A@@gAJo@TO@dBFAEAA@Cb@@]ZzAJy@HH@WC@H@B@Dj@B{@Gi@W@`@u@B@Q@FIA\Bw@@@FAAABH",
    r"@IAY@ABw@@@DCAABB@]AB@JBw@@@G@B@BSAUE@Bw@@@FAAABFBIA]@z@DBB@CH@g@Dv@@@F@B@CFAJA\Bw@@@F@B@CFAJAN@KCv@",
    r"A@F@B@CH@IA\BeA@CE@@@GQA|@@AFKGaB@AHJFhAAZ@@@@@CAp@S@ADJ@c@H@cBSVCCB@BAFBCLK@@IC~TBHH{ZB`@C[B\A]A_A_",
    r"@H@l@B@@tBAa@@uBKCK}C@{@Dx@I@\A@o@M@Op@Dn@Pe@HKB]Lw@Mo@SwCB@TC@E@ABeE_AkOAp@AR@zBLC@BKf@@T@p@b@ACezA",
    r"BlC@_B_@n@@vM@XNGB}AA_B@rj\@CI_@AeAKoG@B@C@VDC@rAAq@QYQL@e@GXLk@Cn@Mc@@bAMK@GAl@Bq@@@BAADA@@h@DDAkFG",
    r"@AoxR@~HEuKACOOOBAWB_@@@@@@@@@@@@@@@@_E@d@@yMt@gC@aF@_B@G@j@DuADjp@B@ADCg@BC@dDA|PCbKAoABeAJp@CyBBt@",
    r"Nh@@AAICl@JF@|@Bc@MOAk@@KBo@MGC@A{AKE@A@|CKTCv@A@FAAABH@IAAFBD_EQV@pASjFFAHZAqAPiBLdBN_GNtFE@AAC@@@A",
    r"lCFAFB@[Ig@F@CG@HJm@OtKG@GqAU@MyBEB@@A@F@@aAD@A@DzICHA@@o@FBD|d@nBp}B@ENysLDz@Fw_@@@v@FCpA@JAjdRA`rC",
    r"m@AV}ODBEGGAF]CsCBz|@v@Cq@G@M@UD@Noi@F@PAF@A@DcB@_DFvJ@|@C{NC_^FlBFt|dWoF",
];
